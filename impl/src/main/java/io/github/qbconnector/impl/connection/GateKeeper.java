package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.gate.ConnectionGate;
import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.gate.RequestKind;
import io.github.qbconnector.impl.config.GateMode;
import io.github.qbconnector.impl.config.GateSettings;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The decision: all of it, and nothing of HTTP. */
public final class GateKeeper implements ConnectionGate {
  private final Map<String, Lifecycle> lifecycles;
  private final AtomicLong reported = new AtomicLong();

  public GateKeeper(Map<String, Lifecycle> lifecycles) {
    this.lifecycles = Map.copyOf(lifecycles);
  }

  @Override
  public GateDecision decide(String connector, Optional<String> owner, RequestKind kind) {
    Lifecycle lifecycle = lifecycles.get(connector);
    if (lifecycle == null) {
      throw new IllegalArgumentException(
          "There is no QuickBooks connector named '" + connector + "'.");
    }
    Connections connections = lifecycle.connections();
    long now = connections.clock().millis();
    GateSettings gate = connections.settings(now).gate();
    if (gate.mode() == GateMode.OFF) {
      return GateDecision.PASS;
    }
    GateDecision decision =
        owner.isEmpty() ? GateDecision.LOGIN : decide(lifecycle, gate, owner.get(), now);
    if (gate.mode() == GateMode.REPORT && !decision.passes()) {
      Log.report(
          connector,
          decision.status().map(s -> s.state().name()).orElse("the login of the user"),
          reported.incrementAndGet());
      return GateDecision.PASS;
    }
    return decision;
  }

  private static GateDecision decide(
      Lifecycle lifecycle, GateSettings gate, String owner, long now) {
    Connections connections = lifecycle.connections();
    KnownConnection known;
    try {
      known = connections.known(owner, now);
    } catch (VaultUnavailableException e) {
      return GateDecision.stop(storeUnavailable(connections));
    }
    View view = known.view;
    boolean usable = view.isUsable(connections.provider().binding());
    if (usable && view.isGoodWithin(gate.maxAge().toMillis() / 2, now)) {
      return GateDecision.PASS;
    }
    return usable
        ? byAge(lifecycle, gate, known, view, now)
        : whenMade(lifecycle, gate, known, now);
  }

  /** A connection that is being made may be finished by now, which only the provider knows. */
  private static GateDecision whenMade(
      Lifecycle lifecycle, GateSettings gate, KnownConnection known, long now) {
    Connections connections = lifecycle.connections();
    if (!lifecycle.evidence().isWorthAsking(known, Instant.ofEpochMilli(now))) {
      return GateDecision.stop(status(connections, gate, known.view));
    }
    View fresh = lifecycle.evidence().ask(known).joinUntil(gate.longestWait());
    boolean isMade =
        fresh != null
            && fresh.isUsable(connections.provider().binding())
            && fresh.isGoodWithin(gate.maxAge().toMillis(), now);
    return isMade ? GateDecision.PASS : GateDecision.stop(status(connections, gate, known.view));
  }

  private static GateDecision byAge(
      Lifecycle lifecycle, GateSettings gate, KnownConnection known, View view, long now) {
    Connections connections = lifecycle.connections();
    boolean isRefused = view.trouble() != null && view.trouble().isAnswer();
    if (!lifecycle.evidence().isWorthAsking(known, Instant.ofEpochMilli(now))) {
      return isRefused ? stop(connections, gate, view) : standing(connections, gate, view, now);
    }
    long age = view.ageMillis(now);
    if (!isRefused && age < gate.maxAge().toMillis()) {
      if (age >= gate.maxAge().toMillis() / 2) {
        lifecycle.evidence().askBehind(known);
      }
      return GateDecision.PASS;
    }
    View fresh = lifecycle.evidence().ask(known).joinUntil(gate.longestWait());
    if (fresh == null) {
      return isRefused
          ? stop(connections, gate, known.view)
          : standing(connections, gate, known.view, now);
    }
    boolean isUsable = fresh.isUsable(connections.provider().binding());
    if (isUsable && fresh.trouble() == null) {
      return GateDecision.PASS;
    }
    boolean isAnswered = !isUsable || fresh.trouble() == null || fresh.trouble().isAnswer();
    return isAnswered ? stop(connections, gate, fresh) : standing(connections, gate, fresh, now);
  }

  /** No answer came: an older good one may stand in for it for a while. */
  private static GateDecision standing(
      Connections connections, GateSettings gate, View view, long now) {
    boolean stands =
        view.isUsable(connections.provider().binding())
            && view.ageMillis(now) < gate.maxStale().toMillis();
    return stands ? GateDecision.PASS : stop(connections, gate, view);
  }

  private static GateDecision stop(Connections connections, GateSettings gate, View view) {
    ConnectionStatus status = status(connections, gate, view);
    return GateDecision.stop(
        status.isConnected()
            ? ConnectionStatus.of(
                ConnectionState.CHECKING, StatusReason.EVIDENCE_TOO_OLD, status.since())
            : status);
  }

  private static ConnectionStatus status(Connections connections, GateSettings gate, View view) {
    return connections.status(view, connections.clock().millis(), gate.maxStale());
  }

  private static ConnectionStatus storeUnavailable(Connections connections) {
    return UserMessages.on(
        ConnectionStatus.of(
            ConnectionState.CHECKING,
            StatusReason.STORE_UNAVAILABLE,
            connections.clock().instant()));
  }
}
