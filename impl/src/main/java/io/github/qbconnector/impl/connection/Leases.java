package io.github.qbconnector.impl.connection;

import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.impl.vault.Lease;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits a while for the lease of a connection that somebody else holds. */
final class Leases {
  private static final Duration MARGIN = Duration.ofSeconds(10);
  private static final long POLL_NANOS = 100_000_000L;

  private final Connections connections;
  private final BiFunction<ConnectionKey, Duration, @Nullable Lease> take;

  private Leases(
      Connections connections, BiFunction<ConnectionKey, Duration, @Nullable Lease> take) {
    this.connections = connections;
    this.take = take;
  }

  /** Leases to refresh a connection, or to make one. */
  static Leases ofTokens(Connections connections) {
    return new Leases(connections, (key, length) -> connections.vault().lease(key, length));
  }

  /** Leases to ask for a sign of life. */
  static Leases ofPings(Connections connections) {
    return new Leases(connections, (key, length) -> connections.vault().pingLease(key, length));
  }

  /** What came of waiting. */
  record Awaited(@Nullable Lease lease, boolean isOver) {}

  /** How long so many calls to the provider may take. */
  Duration longestCalls(int calls) {
    return connections
        .settings()
        .readTimeout()
        .plus(connections.connectTimeout())
        .multipliedBy(calls);
  }

  /**
   * Waits for the lease.
   *
   * @param calls how many calls to the provider its holder may make
   * @param isOver says of a freshly read view that somebody else has done the work
   * @return the lease; or none, and whether that is because the work is done
   */
  Awaited await(KnownConnection known, int calls, Duration longest, Predicate<View> isOver) {
    Duration length = longestCalls(calls).plus(MARGIN);
    long deadline = System.nanoTime() + longest.toNanos();
    while (true) {
      Lease lease = take.apply(known.key, length);
      // Between the last read and the lease somebody may have come to an end.
      if (isOver.test(rereadUnder(lease, known))) {
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

  /** A store that fails for a moment must not keep everybody waiting until the lease runs out. */
  private View rereadUnder(@Nullable Lease lease, KnownConnection known) {
    try {
      return connections.reread(known);
    } catch (RuntimeException e) {
      if (lease != null) {
        lease.close();
      }
      throw e;
    }
  }
}
