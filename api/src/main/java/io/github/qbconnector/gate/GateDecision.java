package io.github.qbconnector.gate;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a request may pass, and if not, what is to be done about it.
 *
 * @param verdict what to do with the request
 * @param status what is known of the connection; empty where nobody is the owner
 * @param retryAfter when the same request may be tried again, where waiting helps
 */
public record GateDecision(
    Verdict verdict, Optional<ConnectionStatus> status, Optional<Duration> retryAfter) {

  /** What to do with the request. */
  public enum Verdict {
    /** Let it through. */
    PASS,
    /** Send the user to the connect page. */
    CONNECT,
    /** Nobody is logged in: the application's own login comes first. */
    LOGIN,
    /** Waiting helps, or somebody else has to act: answer that the service is unavailable. */
    UNAVAILABLE
  }

  /** The decision for everything that may pass; shared, so that passing allocates nothing. */
  public static final GateDecision PASS =
      new GateDecision(Verdict.PASS, Optional.empty(), Optional.empty());

  /** The decision for a request without an owner. */
  public static final GateDecision LOGIN =
      new GateDecision(Verdict.LOGIN, Optional.empty(), Optional.empty());

  /**
   * The decision that follows from a status which does not let the request pass.
   *
   * @param status the status
   * @return {@link Verdict#CONNECT} where the user can act by connecting, else {@link
   *     Verdict#UNAVAILABLE} with a time to wait
   */
  public static GateDecision stop(ConnectionStatus status) {
    return switch (status.state()) {
      case NOT_CONNECTED, CONNECTING, RECONNECT_REQUIRED ->
          new GateDecision(Verdict.CONNECT, Optional.of(status), Optional.empty());
      case CONNECTED, DESKTOP_OFFLINE, PROVIDER_DOWN, MISCONFIGURED, CHECKING ->
          new GateDecision(
              Verdict.UNAVAILABLE, Optional.of(status), Optional.of(pause(status.state())));
    };
  }

  /**
   * Whether the request may pass.
   *
   * @return {@code true} for {@link Verdict#PASS}
   */
  public boolean passes() {
    return verdict == Verdict.PASS;
  }

  private static Duration pause(ConnectionState state) {
    return switch (state) {
      case CHECKING, CONNECTED -> Duration.ofSeconds(2);
      case MISCONFIGURED -> Duration.ofMinutes(5);
      case DESKTOP_OFFLINE -> Duration.ofSeconds(10);
      default -> Duration.ofSeconds(30);
    };
  }
}
