package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.event.ReconnectRequired;
import io.github.qbconnector.event.Restored;
import io.github.qbconnector.impl.config.ConnectorSettings;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Remembers failures that pass, and tells when one has passed. */
final class Troubles {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Connections connections;
  private final ConnectionEvents events;

  Troubles(Connections connections, ConnectionEvents events) {
    this.connections = connections;
    this.events = events;
  }

  /** Whether another attempt makes sense now. */
  boolean mayAttempt(View view, Instant now) {
    return standing(view, now) == null;
  }

  /** The failure that nothing should be attempted after yet; {@code null} if there is none. */
  @Nullable Trouble standing(View view, Instant now) {
    ConnectorSettings settings = connections.settings(now.toEpochMilli());
    Trouble trouble = view.trouble();
    if (trouble != null && trouble.standsAt(now, settings)) {
      return trouble;
    }
    Trouble renewal = view.failedRenewal();
    return renewal != null && renewal.standsAt(now, settings) ? renewal : null;
  }

  /** Remembers a failure, with a growing, jittered pause before the next attempt. */
  void remember(KnownConnection known, ProviderProblem problem) {
    Trouble trouble = trouble(known, problem, known.view.trouble());
    View unused = known.change(view -> view.withTrouble(trouble));
    tell(known, problem, trouble);
  }

  /** Remembers that a renewal has failed, also while the old token goes on to serve. */
  void rememberRenewal(KnownConnection known, ProviderProblem problem) {
    View view = known.view;
    Trouble before = view.trouble() == null ? view.failedRenewal() : view.trouble();
    Trouble trouble = trouble(known, problem, before);
    View unused = known.change(now -> now.withFailedRenewal(trouble));
    tell(known, problem, trouble);
  }

  private Trouble trouble(
      KnownConnection known, ProviderProblem problem, @Nullable Trouble before) {
    Instant now = connections.clock().instant();
    Trouble shown = known.view.trouble();
    Instant since = shown != null && shown.state() == problem.state() ? shown.since() : now;
    int attempts = before == null ? 1 : before.attempts() + 1;
    long grown = FIRST_PAUSE.toMillis() << Math.min(attempts - 1, 10);
    long pause = Math.min(LONGEST_PAUSE.toMillis(), grown);
    Duration asked =
        problem.failure() instanceof ProviderUnavailableException e
            ? e.retryAfter().orElse(Duration.ZERO)
            : Duration.ZERO;
    long jittered = pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
    return new Trouble(
        problem.state(),
        problem.reason(),
        problem.failure(),
        since,
        now,
        now.plusMillis(Math.max(jittered, asked.toMillis())),
        attempts,
        connections.settings(now.toEpochMilli()));
  }

  private void tell(KnownConnection known, ProviderProblem problem, Trouble trouble) {
    Log.trouble(connections.connector(), problem);
    boolean isNew = trouble.since().equals(trouble.at());
    if (problem.state() == ConnectionState.RECONNECT_REQUIRED && isNew) {
      reconnectRequired(known, problem.reason());
    }
  }

  void reconnectRequired(KnownConnection known, StatusReason reason) {
    events.fire(
        new ReconnectRequired(
            connections.connector(),
            connections.provider().product(),
            known.key.owner(),
            reason,
            connections.clock().instant()));
  }

  /** Tells the application if what was bad before is good now. */
  void passed(KnownConnection known, View before) {
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

  ProviderProblem storeUnavailable(VaultUnavailableException cause) {
    return new ProviderProblem(
        ConnectionState.CHECKING,
        StatusReason.STORE_UNAVAILABLE,
        StoreFailure.of(cause, connections.clock().instant()));
  }

  /** Somebody else holds the lease and does not come to an end. */
  ProviderProblem occupied() {
    return unavailable(
        StatusReason.PROVIDER_UNREACHABLE,
        "QBC0204",
        "Somebody else is renewing or making this connection and has not come to an end.",
        null);
  }

  ProviderProblem internal(Throwable cause) {
    return cause instanceof VaultUnavailableException store
        ? storeUnavailable(store)
        : unavailable(
            StatusReason.PROVIDER_ERROR,
            "QBC0299",
            "Looking after the connection failed in the connector itself.",
            cause);
  }

  private ProviderProblem unavailable(
      StatusReason reason, String code, String message, @Nullable Throwable cause) {
    return new ProviderProblem(
        reason == StatusReason.PROVIDER_ERROR
            ? ConnectionState.CHECKING
            : ConnectionState.PROVIDER_DOWN,
        reason,
        new ProviderUnavailableException(
            message,
            ErrorDetails.of(code, connections.clock().instant())
                .product(connections.provider().product())
                .build(),
            FIRST_PAUSE,
            cause));
  }
}
