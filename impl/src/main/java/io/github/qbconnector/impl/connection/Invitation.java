package io.github.qbconnector.impl.connection;

import io.github.qbconnector.impl.vault.StoredConnection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets whoever has it connect a machine for one owner, without a login here. Travels sealed in a
 * link; it is used up when the connection is made.
 *
 * @param returnPath where the owner goes on afterwards, if the owner uses it; may be empty
 */
public record Invitation(
    String connector, String owner, String returnPath, Instant issuedAt, Instant expiresAt) {

  /** What can become of an invitation. */
  public enum Fate {
    /** It may be used. */
    OPEN,
    /** The connection was made since. */
    DONE,
    /** It is too old, or the connection was ended since. */
    VOID
  }

  Fate fate(@Nullable StoredConnection stored, Instant now) {
    if (stored != null && isSince(stored.endedAt())) {
      return Fate.VOID;
    }
    if (stored != null && isSince(stored.connectedAt())) {
      return Fate.DONE;
    }
    return now.isBefore(expiresAt) ? Fate.OPEN : Fate.VOID;
  }

  private boolean isSince(@Nullable Instant event) {
    return event != null && event.isAfter(issuedAt);
  }
}
