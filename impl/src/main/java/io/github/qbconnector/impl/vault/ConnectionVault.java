package io.github.qbconnector.impl.vault;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The store of connections. Every method is a transaction of its own that a caller's rollback
 * cannot undo, and throws {@link VaultUnavailableException} if the store does not answer. Safe for
 * use by many threads.
 */
public interface ConnectionVault {

  /**
   * Reads one connection.
   *
   * @throws io.github.qbconnector.impl.crypto.SealBrokenException if its tokens cannot be opened
   */
  @Nullable StoredConnection find(ConnectionKey key);

  /**
   * Stores a new connection in place of whatever was there.
   *
   * @return it, with the generation it was stored as
   */
  StoredConnection put(StoredConnection connection);

  /**
   * Stores a changed connection in place of the generation it was read as.
   *
   * @return it, as the next generation, or {@code null} if another generation is stored by now
   */
  @Nullable StoredConnection replace(StoredConnection changed);

  /**
   * Stores the grant that was obtained from a generation, if that is still the stored one, and
   * lifts an ending of that generation. The only rule; neither lease nor time matter here.
   *
   * @return the connection as it is stored now, or {@code null} if another generation is
   */
  @Nullable StoredConnection replaceGrant(
      ConnectionKey key, long generation, Grant grant, Sighting sighting);

  /**
   * Marks a generation as ended by the provider.
   *
   * @return whether that generation was still the stored one
   */
  boolean end(ConnectionKey key, long generation, Ending ending);

  /** Notes good evidence, and the company's name if it became known. Never touches the tokens. */
  void see(ConnectionKey key, Sighting sighting, @Nullable String companyName);

  /**
   * Forgets a connection, a tombstone included.
   *
   * @return whether there was one
   */
  boolean remove(ConnectionKey key);

  /** Owners with a connection, in ascending order, beginning after one of them or at the start. */
  List<String> owners(String connector, @Nullable String after, int limit);

  /** Whether an owner other than this one holds the same company through the same connector. */
  boolean heldByAnother(ConnectionKey key, String companyId);

  /** Makes room for a connection that is about to be made, so that a lease has a place. */
  void reserve(ConnectionKey key);

  /**
   * Takes the right to refresh a connection, or to make one where room is reserved.
   *
   * @return a lease to close, or {@code null} if somebody else holds it
   */
  @Nullable Lease lease(ConnectionKey key, Duration length);

  /** The right to refresh or make one connection, for a limited time. */
  interface Lease extends AutoCloseable {
    /** Gives it back; never fails, an expired lease included. */
    @Override
    void close();
  }
}
