package io.github.qbconnector.impl.connection;

import io.github.qbconnector.impl.vault.ConnectionVault.Lease;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits a while for the lease of a connection that somebody else holds. */
final class Leases {
  private static final Duration MARGIN = Duration.ofSeconds(30);
  private static final long POLL_NANOS = 100_000_000L;

  private final Connections connections;

  Leases(Connections connections) {
    this.connections = connections;
  }

  /** What came of waiting. */
  record Awaited(@Nullable Lease lease, boolean isOver) {}

  /**
   * Waits for the lease.
   *
   * @param calls how many calls to the provider its holder may make
   * @param isOver says of a freshly read view that somebody else has done the work
   * @return the lease; or none, and whether that is because the work is done
   */
  Awaited await(KnownConnection known, int calls, Duration longest, Predicate<View> isOver) {
    Duration length = connections.settings().readTimeout().multipliedBy(calls).plus(MARGIN);
    long deadline = System.nanoTime() + longest.toNanos();
    while (true) {
      Lease lease = connections.vault().lease(known.key, length);
      // Between the last read and the lease somebody may have come to an end.
      if (isOver.test(connections.reread(known))) {
        if (lease != null) {
          lease.close();
        }
        return new Awaited(null, true);
      }
      if (lease != null || System.nanoTime() > deadline) {
        return new Awaited(lease, false);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
