package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.event.ReconnectRequired;
import io.github.qbconnector.event.Restored;
import io.github.qbconnector.impl.vault.ConnectionVault.Lease;
import io.github.qbconnector.impl.vault.Ending;
import io.github.qbconnector.impl.vault.Grant;
import io.github.qbconnector.impl.vault.Sighting;
import io.github.qbconnector.impl.vault.StoredConnection;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Renews grants: one flight per connection in this node, under the lease of the vault row, and
 * stored before anybody uses the new tokens. The rules are those of "Refresh" in
 * docs/explanation/refresh.md; the generation alone decides what may be written.
 */
public final class Renewals {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(30);
  private static final Duration LEASE_WAIT = Duration.ofSeconds(5);
  private static final long LEASE_POLL_NANOS = 100_000_000L;
  private static final int SAVE_ATTEMPTS = 3;

  private final Connections connections;
  private final Executor background;
  private final ConnectionEvents events;

  public Renewals(Connections connections, Executor background, ConnectionEvents events) {
    this.connections = connections;
    this.background = background;
    this.events = events;
  }

  /**
   * Renews a connection, or joins the flight that does so already.
   *
   * @param generation the generation the caller is not content with; if the store has another by
   *     now, that one is taken instead of calling the provider
   * @return the view afterwards; it never completes exceptionally, failures are in the view
   */
  CompletableFuture<View> renew(KnownConnection known, long generation) {
    CompletableFuture<View> mine = new CompletableFuture<>();
    CompletableFuture<View> running = known.renewal.compareAndExchange(null, mine);
    if (running != null) {
      return running;
    }
    Runnable flight =
        () -> {
          try {
            fly(known, generation);
          } catch (RuntimeException | Error e) {
            troubled(known, internal(e));
          } finally {
            // Free the seat first: whoever sees the result may want to renew again.
            known.renewal.set(null);
            mine.complete(known.view);
          }
        };
    try {
      background.execute(flight);
    } catch (RejectedExecutionException e) {
      flight.run();
    }
    return mine;
  }

  /** Starts a renewal nobody waits for; what comes of it is in the view. */
  void renewBehind(KnownConnection known, long generation) {
    CompletableFuture<View> unused = renew(known, generation);
  }

  /** Whether another attempt makes sense now, or the last failure is still to be waited out. */
  boolean mayAttempt(View view, Instant now) {
    Trouble trouble = view.trouble();
    return trouble == null || !trouble.standsAt(now, connections.settings(now.toEpochMilli()));
  }

  private void fly(KnownConnection known, long generation) {
    connections.reread(known);
    if (!saveUnsaved(known)) {
      return;
    }
    View view = known.view;
    if (view.stored() == null || view.stored().ending() != null) {
      return;
    }
    if (!view.isUsable(connections.provider().binding())) {
      return;
    }
    if (view.stored().generation() != generation) {
      return; // a sibling has renewed it
    }
    try (Lease lease = awaitLease(known, generation)) {
      StoredConnection stored = known.view.stored();
      if (lease == null || stored == null || stored.generation() != generation) {
        return;
      }
      call(known, stored);
    }
  }

  /** {@code null} if a sibling renewed meanwhile, or does not come to an end. */
  private @Nullable Lease awaitLease(KnownConnection known, long generation) {
    Duration length = connections.settings().readTimeout().plus(LEASE_MARGIN);
    long deadline = System.nanoTime() + LEASE_WAIT.toNanos();
    while (true) {
      Lease lease = connections.vault().lease(known.key, length);
      // Between the last read and the lease somebody may have come to an end.
      View view = connections.reread(known);
      StoredConnection stored = view.stored();
      if (stored == null || stored.generation() != generation || stored.ending() != null) {
        if (lease != null) {
          lease.close();
        }
        return null;
      }
      if (lease != null) {
        return lease;
      }
      if (System.nanoTime() > deadline) {
        troubled(
            known,
            new ProviderProblem(
                ConnectionState.PROVIDER_DOWN,
                StatusReason.PROVIDER_UNREACHABLE,
                new ProviderUnavailableException(
                    "Another node is renewing this connection and has not come to an end.",
                    ErrorDetails.of("QBC0204", connections.clock().instant())
                        .product(connections.provider().product())
                        .build(),
                    FIRST_PAUSE,
                    null)));
        return null;
      }
      LockSupport.parkNanos(LEASE_POLL_NANOS);
    }
  }

  private void call(KnownConnection known, StoredConnection stored) {
    long begin = System.nanoTime();
    try {
      Grant fresh = connections.provider().renew(stored.grant());
      Duration latency = Duration.ofNanos(System.nanoTime() - begin);
      known.unsaved = new KnownConnection.Unsaved(stored.generation(), fresh);
      if (saveUnsaved(known)) {
        known.view =
            new View(
                known.view.stored(), false, known.view.seen(), latency, null, known.view.readAt());
      }
    } catch (ProviderProblem problem) {
      if (problem.isTerminal()) {
        believe(known, stored, problem);
      } else {
        troubled(known, problem);
      }
    }
  }

  /** A terminal answer counts only if nothing newer is stored by now. */
  private void believe(KnownConnection known, StoredConnection stored, ProviderProblem problem) {
    Instant now = connections.clock().instant();
    StatusReason reason =
        problem.reason() == StatusReason.GRANT_REVOKED
                && !now.isBefore(stored.grant().renewableUntil())
            ? StatusReason.GRANT_EXPIRED
            : problem.reason();
    if (connections.vault().end(known.key, stored.generation(), new Ending(reason, now))) {
      connections.reread(known);
      events.fire(
          new ReconnectRequired(
              connections.connector(),
              connections.provider().product(),
              known.key.owner(),
              reason,
              now));
    } else {
      connections.reread(known);
    }
  }

  /** Marks a generation as ended on the word of a call other than a refresh. */
  void end(KnownConnection known, StoredConnection stored, ProviderProblem problem) {
    believe(known, stored, problem);
  }

  /**
   * Gives a grant to the store that it has not taken yet.
   *
   * @return {@code false} if the store still does not take it; the grant is kept
   */
  private boolean saveUnsaved(KnownConnection known) {
    KnownConnection.Unsaved unsaved = known.unsaved;
    if (unsaved == null) {
      return true;
    }
    Instant now = connections.clock().instant();
    Sighting sighting = new Sighting(Evidence.TOKEN_REFRESH, now);
    for (int attempt = 1; ; attempt++) {
      try {
        View before = known.view;
        StoredConnection stored =
            connections
                .vault()
                .replaceGrant(known.key, unsaved.fromGeneration(), unsaved.grant(), sighting);
        known.unsaved = null;
        if (stored == null) {
          connections.reread(known); // disconnected or connected anew meanwhile
        } else {
          known.view = View.of(stored, now);
          restored(known, before);
        }
        return true;
      } catch (VaultUnavailableException e) {
        if (attempt == SAVE_ATTEMPTS) {
          troubled(known, storeUnavailable(e));
          return false;
        }
      }
    }
  }

  private void restored(KnownConnection known, View before) {
    boolean wasBad =
        before.trouble() != null || (before.stored() != null && before.stored().ending() != null);
    if (wasBad) {
      events.fire(
          new Restored(
              connections.connector(),
              connections.provider().product(),
              known.key.owner(),
              connections.clock().instant()));
    }
  }

  /** Remembers a failure that passes, with a growing, jittered pause before the next attempt. */
  void troubled(KnownConnection known, ProviderProblem problem) {
    Instant now = connections.clock().instant();
    Trouble before = known.view.trouble();
    int attempts = before == null ? 1 : before.attempts() + 1;
    long grown = FIRST_PAUSE.toMillis() << Math.min(attempts - 1, 10);
    long pause = Math.min(LONGEST_PAUSE.toMillis(), grown);
    Duration asked =
        problem.failure() instanceof ProviderUnavailableException e
            ? e.retryAfter().orElse(Duration.ZERO)
            : Duration.ZERO;
    long jittered = pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
    known.view =
        known.view.withTrouble(
            new Trouble(
                problem.state(),
                problem.reason(),
                problem.failure(),
                now,
                now.plusMillis(Math.max(jittered, asked.toMillis())),
                attempts,
                connections.settings(now.toEpochMilli())));
    Log.trouble(connections.connector(), problem);
  }

  private ProviderProblem storeUnavailable(VaultUnavailableException cause) {
    return new ProviderProblem(
        ConnectionState.CHECKING,
        StatusReason.STORE_UNAVAILABLE,
        StoreFailure.of(cause, connections.clock().instant()));
  }

  private ProviderProblem internal(Throwable cause) {
    if (cause instanceof VaultUnavailableException unavailable) {
      return storeUnavailable(unavailable);
    }
    return new ProviderProblem(
        ConnectionState.CHECKING,
        StatusReason.PROVIDER_ERROR,
        new ProviderUnavailableException(
            "Renewing the connection failed in the connector itself.",
            ErrorDetails.of("QBC0299", connections.clock().instant())
                .product(connections.provider().product())
                .build(),
            null,
            cause));
  }
}
