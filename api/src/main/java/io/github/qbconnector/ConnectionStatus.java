package io.github.qbconnector;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a connection at one moment. An immutable value; it does not change when the
 * connection does.
 *
 * @param state what is known
 * @param reason why
 * @param userMessage a sentence for the user of the application, in plain text (escape it in HTML);
 *     present where a user can act or must wait
 * @param since when the connection came into this state
 * @param checkedAt when the newest evidence was gathered; empty if there is none
 * @param evidence how it became known
 * @param latency how long the provider took for the newest evidence
 * @param requestId the provider's id of that exchange ({@code intuit_tid} or Conductor's), for its
 *     support
 */
public record ConnectionStatus(
    ConnectionState state,
    StatusReason reason,
    Optional<String> userMessage,
    Instant since,
    Optional<Instant> checkedAt,
    Evidence evidence,
    Optional<Duration> latency,
    Optional<String> requestId) {

  /**
   * A status that follows from what is stored or configured, without evidence from the provider.
   *
   * @param state the state
   * @param reason why
   * @param since since when
   * @return the status
   */
  public static ConnectionStatus of(ConnectionState state, StatusReason reason, Instant since) {
    return new ConnectionStatus(
        state,
        reason,
        Optional.empty(),
        since,
        Optional.empty(),
        Evidence.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The same status with a sentence for the user.
   *
   * @param message plain text in the user's language
   * @return a copy
   */
  public ConnectionStatus withUserMessage(String message) {
    return new ConnectionStatus(
        state, reason, Optional.of(message), since, checkedAt, evidence, latency, requestId);
  }

  /**
   * Whether the newest evidence is good.
   *
   * @return {@code true} exactly for {@link ConnectionState#CONNECTED}
   */
  public boolean isConnected() {
    return state == ConnectionState.CONNECTED;
  }
}
