package io.github.qbconnector.impl.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered of connect flows besides the sealed cookie in the browser: which were
 * used, and callbacks that wait for a login. Entries are gone after they expire.
 */
public interface FlowVault {

  /**
   * Uses a flow up.
   *
   * @param expiresAt until when it must be remembered
   * @return {@code true} for the first caller only
   */
  boolean consume(String flowId, Instant expiresAt);

  /** Keeps a sealed text for whoever knows its id. */
  void park(String id, String sealed, Instant expiresAt);

  /** What was parked, which stays there; {@code null} if there is nothing or it has expired. */
  @Nullable String parked(String id);
}
