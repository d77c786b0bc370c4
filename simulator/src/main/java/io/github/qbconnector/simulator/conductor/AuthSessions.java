package io.github.qbconnector.simulator.conductor;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The auth sessions of all projects. */
public final class AuthSessions {

  private final Clock clock;
  private final ConductorIds ids;
  private final Map<String, AuthSession> sessions = new LinkedHashMap<>();

  AuthSessions(Clock clock, ConductorIds ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** All sessions, oldest first. */
  public synchronized List<AuthSession> list() {
    return List.copyOf(sessions.values());
  }

  /** The session of this id. */
  public synchronized Optional<AuthSession> find(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  /** Ends a session before its time; answers whether it was there. */
  public synchronized boolean expire(String id) {
    return sessions.computeIfPresent(id, (same, session) -> session.expiringAt(clock.instant()))
        != null;
  }

  synchronized AuthSession create(
      Registered endUser, Duration lifetime, Optional<String> redirectUrl) {
    AuthSession session =
        new AuthSession(
            ids.next("auth_sess_"),
            endUser.id(),
            endUser.project().publishableKey(),
            ids.next("auth_sess_client_secret_"),
            clock.instant(),
            clock.instant().plus(lifetime),
            redirectUrl,
            false);
    sessions.put(session.id(), session);
    return session;
  }

  synchronized Optional<AuthSession> bySecret(String clientSecret) {
    return sessions.values().stream()
        .filter(session -> session.clientSecret().equals(clientSecret))
        .findFirst();
  }

  synchronized void complete(AuthSession session) {
    sessions.computeIfPresent(session.id(), (same, current) -> current.finished());
  }

  boolean isExpired(AuthSession session) {
    return !clock.instant().isBefore(session.expiresAt());
  }

  synchronized void reset() {
    sessions.clear();
  }
}
