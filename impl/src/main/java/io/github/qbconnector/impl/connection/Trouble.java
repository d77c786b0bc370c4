package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.impl.config.ConnectorSettings;
import java.time.Duration;
import java.time.Instant;

/**
 * The newest attempt failed and says nothing final: an outage, keys that are refused, a machine
 * that is off. Remembered so that nobody hammers the provider.
 *
 * @param since when the connection came into this state
 * @param at when the newest attempt failed
 * @param retryAt when the next attempt makes sense
 * @param attempts how many attempts in a row have failed
 * @param under the configuration it happened under; another one is worth an attempt at once
 */
record Trouble(
    ConnectionState state,
    StatusReason reason,
    QuickBooksException failure,
    Instant since,
    Instant at,
    Instant retryAt,
    int attempts,
    ConnectorSettings under) {
  private static final Duration SET_BACK = Duration.ofMinutes(1);

  boolean standsAt(Instant now, ConnectorSettings current) {
    // A clock that was set back must not stretch a pause of seconds.
    boolean isSetBack = now.isBefore(at.minus(SET_BACK));
    return now.isBefore(retryAt) && !isSetBack && under.equals(current);
  }

  /** Whether setting the user's machine up again may help. */
  boolean isTheMachines() {
    return state == ConnectionState.DESKTOP_OFFLINE || state == ConnectionState.RECONNECT_REQUIRED;
  }

  /** Whether the failure is an answer about this connection, and not the lack of one. */
  boolean isAnswer() {
    return state == ConnectionState.MISCONFIGURED || isTheMachines();
  }
}
