package io.github.qbconnector.impl.vault;

import io.github.qbconnector.impl.crypto.RandomIds;
import io.github.qbconnector.spi.ConnectionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered of connect flows besides the sealed cookie in the browser: which were
 * used, and callbacks that wait for a login. Entries are gone after they expire.
 */
public final class FlowVault {
  private static final String STORE_NAME = "store name";
  private static final Instant FOR_GOOD = Instant.parse("9999-01-01T00:00:00Z");
  private static final Duration SWEEP = Duration.ofMinutes(10);

  private final ConnectionStore store;
  private final Clock clock;
  private final AtomicLong sweptAt = new AtomicLong();
  private volatile String storeName = "";

  public FlowVault(ConnectionStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Uses a flow up.
   *
   * @param expiresAt until when it must be remembered
   * @return {@code true} for the first caller only
   */
  public boolean consume(String flowId, Instant expiresAt) {
    sweep();
    return ConnectionVault.answered(() -> store.putOnce("used " + flowId, "-", expiresAt));
  }

  /** Keeps a sealed text for whoever knows its id. */
  public void park(String id, String sealed, Instant expiresAt) {
    sweep();
    boolean unused =
        ConnectionVault.answered(() -> store.putOnce("parked " + id, sealed, expiresAt));
  }

  /** What was parked, which stays there; {@code null} if there is nothing or it has expired. */
  public @Nullable String parked(String id) {
    return ConnectionVault.answered(() -> store.get("parked " + id, clock.instant())).orElse(null);
  }

  /** The name the store got when it was first used; empty as long as it does not answer. */
  public String storeName() {
    if (storeName.isEmpty()) {
      try {
        boolean unused = store.putOnce(STORE_NAME, RandomIds.next(), FOR_GOOD);
        storeName = store.get(STORE_NAME, clock.instant()).orElse("");
      } catch (RuntimeException e) {
        return "";
      }
    }
    return storeName;
  }

  private void sweep() {
    long now = clock.millis();
    long before = sweptAt.get();
    if (Math.abs(now - before) > SWEEP.toMillis() && sweptAt.compareAndSet(before, now)) {
      ConnectionVault.answered(
          () -> {
            store.sweep(clock.instant());
            return true;
          });
    }
  }
}
