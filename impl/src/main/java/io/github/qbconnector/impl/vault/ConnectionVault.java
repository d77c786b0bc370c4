package io.github.qbconnector.impl.vault;

import io.github.qbconnector.impl.crypto.RandomIds;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.spi.ConnectionRecord;
import io.github.qbconnector.spi.ConnectionStore;
import io.github.qbconnector.spi.ConnectionStore.Changes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The store of connections: seals them, and knows the rules by which one may take the place of
 * another. Every method stands by itself, no caller's rollback can undo it, and it throws {@link
 * VaultUnavailableException} if the store does not answer. Safe for use by many threads.
 */
public final class ConnectionVault {
  private static final int TURNS = 20;

  private final ConnectionStore store;
  private final RecordCodec codec;
  private final Clock clock;

  /**
   * @param sealer gives the sealer of the keys that are configured now
   */
  public ConnectionVault(ConnectionStore store, Supplier<Sealer> sealer, Clock clock) {
    this.store = store;
    this.codec = new RecordCodec(sealer);
    this.clock = clock;
  }

  /**
   * Reads one connection.
   *
   * @throws io.github.qbconnector.impl.crypto.SealBrokenException if it cannot be opened
   */
  public @Nullable Found find(ConnectionKey key) {
    ConnectionRecord record = record(key);
    return record == null ? null : new Found(codec.read(key, record), record.revision());
  }

  /**
   * What was found.
   *
   * @param connection {@code null} if it was forgotten
   */
  public record Found(@Nullable StoredConnection connection, long revision) {}

  private @Nullable ConnectionRecord record(ConnectionKey key) {
    return answered(() -> store.find(key.recordId())).orElse(null);
  }

  /**
   * Stores a new connection in place of whatever was there.
   *
   * @return it, with the generation it was stored as
   */
  public StoredConnection put(StoredConnection connection) {
    ConnectionKey key = connection.key();
    for (int turn = 0; turn < TURNS; turn++) {
      ConnectionRecord before = record(key);
      StoredConnection stored =
          connection.following(
              before == null ? null : RecordCodec.generationIfReadable(before), clock.instant());
      if (before == null) {
        ConnectionRecord first = codec.write(stored, clock.millis());
        if (answered(() -> store.insert(first))) {
          return stored;
        }
      } else if (replaced(codec.write(stored, before.revision() + 1), before, stored.sighting())) {
        return stored;
      }
    }
    throw tooFast();
  }

  /**
   * Stores a changed connection in place of the generation it was read as.
   *
   * @return it, as the next generation, or {@code null} if another generation is stored by now
   */
  public @Nullable StoredConnection replace(StoredConnection changed) {
    return change(
        changed.key(), changed.generation(), stored -> changed.numbered(changed.generation() + 1));
  }

  /**
   * Stores the grant that was obtained from a generation, if that is still the stored one, and
   * lifts an ending of that generation. The only rule; neither lease nor time matter here.
   *
   * @return the connection as it is stored now, or {@code null} if another generation is
   */
  public @Nullable StoredConnection replaceGrant(
      ConnectionKey key, long generation, Grant grant, Sighting sighting) {
    return change(key, generation, stored -> stored.withGrant(grant, sighting));
  }

  /**
   * Marks a generation as ended by the provider.
   *
   * @return whether that generation was still the stored one
   */
  public boolean end(ConnectionKey key, long generation, Ending ending) {
    return change(key, generation, stored -> stored.withEnding(ending)) != null;
  }

  /**
   * Notes that users were warned of the end of a generation.
   *
   * @return {@code false} if somebody else has done so, or another generation is stored by now
   */
  public boolean warned(StoredConnection connection, int days) {
    return change(
            connection.key(),
            connection.generation(),
            stored ->
                stored.warnedDays() != null && stored.warnedDays() <= days
                    ? null
                    : stored.warned(days))
        != null;
  }

  /** Notes good evidence. Never touches the tokens. */
  public void see(ConnectionKey key, Sighting sighting) {
    answered(
        () -> {
          store.note(key.recordId(), sighting.evidence(), sighting.at());
          return true;
        });
  }

  /** Notes the company's name that became known, if the generation is still the stored one. */
  public void name(ConnectionKey key, long generation, String companyName) {
    StoredConnection unused = change(key, generation, stored -> stored.named(companyName));
  }

  /**
   * Writes a connection again that the store has lost the newest state of: it was set back to a
   * backup.
   *
   * @return {@code false} if the store has a newer one after all, or nothing at all
   */
  public boolean writeAgain(StoredConnection newest) {
    for (int turn = 0; turn < TURNS; turn++) {
      ConnectionRecord before = record(newest.key());
      if (before == null || RecordCodec.generation(before) >= newest.generation()) {
        return false;
      }
      if (replaced(codec.write(newest, before.revision() + 1), before, newest.sighting())) {
        return true;
      }
    }
    throw tooFast();
  }

  /**
   * Changes what is stored as long as it is of this generation, however often others change
   * something else meanwhile.
   *
   * @param change returns {@code null} to leave it
   * @return what is stored now; {@code null} if nothing was changed
   */
  private @Nullable StoredConnection change(
      ConnectionKey key,
      long generation,
      Function<StoredConnection, @Nullable StoredConnection> change) {
    for (int turn = 0; turn < TURNS; turn++) {
      ConnectionRecord before = record(key);
      if (before == null || RecordCodec.generation(before) != generation) {
        return null;
      }
      StoredConnection stored = codec.read(key, before);
      if (stored == null) {
        return null;
      }
      StoredConnection changed = change.apply(stored);
      if (changed == null) {
        return null;
      }
      Sighting seen = changed.sighting();
      boolean isNews = seen != null && !seen.equals(stored.sighting());
      if (replaced(codec.write(changed, before.revision() + 1), before, isNews ? seen : null)) {
        return changed;
      }
    }
    throw tooFast();
  }

  private boolean replaced(
      ConnectionRecord record, ConnectionRecord before, @Nullable Sighting seen) {
    boolean isReplaced = answered(() -> store.replace(record, before.revision()));
    if (isReplaced && seen != null) {
      noteIfPossible(record.id(), seen);
    }
    return isReplaced;
  }

  /** The record is written: evidence that is missing must not make it look otherwise. */
  private void noteIfPossible(String id, Sighting seen) {
    try {
      store.note(id, seen.evidence(), seen.at());
    } catch (RuntimeException e) {
      System.getLogger("io.github.qbconnector")
          .log(System.Logger.Level.DEBUG, "Evidence was not written down", e);
    }
  }

  private static VaultUnavailableException tooFast() {
    return new VaultUnavailableException(
        "The record of a connection changes faster than it can be written.",
        new IllegalStateException(TURNS + " attempts"));
  }

  /**
   * Forgets a connection, a tombstone included.
   *
   * @return whether there was one
   */
  public boolean remove(ConnectionKey key) {
    for (int turn = 0; turn < TURNS; turn++) {
      ConnectionRecord before = record(key);
      if (before == null) {
        return false;
      }
      if (RecordCodec.isForgotten(before)) {
        return false;
      }
      if (replaced(codec.forgotten(before, next(before)), before, null)) {
        return true;
      }
    }
    throw tooFast();
  }

  private long next(ConnectionRecord record) {
    Long generation = RecordCodec.generationIfReadable(record);
    return generation == null ? clock.millis() : generation + 1;
  }

  /** Owners with a connection, in no order but always the same, beginning after one of them. */
  public List<String> owners(String connector, @Nullable String after, int limit) {
    Optional<String> afterId =
        Optional.ofNullable(after).map(owner -> new ConnectionKey(connector, owner).recordId());
    return answered(() -> store.list(connector, afterId, limit)).stream()
        .map(ConnectionRecord::owner)
        .toList();
  }

  /** Whether an owner other than this one holds the same company through the same connector. */
  public boolean heldByAnother(ConnectionKey key, String companyId) {
    return answered(() -> store.holding(key.connector(), companyId, 2)).stream()
        .anyMatch(record -> !record.id().equals(key.recordId()));
  }

  /** Connections that want looking after, the longest overdue first. */
  public List<ConnectionKey> due(Instant now, int limit) {
    return answered(() -> store.due(now, limit)).stream()
        .map(record -> new ConnectionKey(record.connector(), record.owner()))
        .toList();
  }

  /** What was changed lately, by whatever node. */
  public Changes changes(long since) {
    return answered(() -> store.changes(since));
  }

  /**
   * Takes the right to refresh a connection, or to make one.
   *
   * @return a lease to close, or {@code null} if somebody else holds it
   */
  public @Nullable Lease lease(ConnectionKey key, Duration length) {
    return lease(key.recordId(), length);
  }

  /** Takes the right to ping a connection. */
  public @Nullable Lease pingLease(ConnectionKey key, Duration length) {
    return lease("ping " + key.recordId(), length);
  }

  /** Takes the right to do a piece of work that only one node should do. */
  public @Nullable Lease lease(String name, Duration length) {
    String holder = RandomIds.next();
    long asked = System.nanoTime();
    return answered(() -> store.lease(name, holder, length))
        ? new Lease(store, name, holder, asked + length.toNanos())
        : null;
  }

  static <T> T answered(Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      throw new VaultUnavailableException(
          "The store of QuickBooks connections does not answer: " + e.getMessage(), e);
    }
  }
}
