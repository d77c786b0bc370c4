package io.github.qbconnector.simulator.conductor;

import java.time.Instant;
import java.util.Optional;

/**
 * An attempt to connect an end-user's QuickBooks.
 *
 * @param publishableKey of the project that it belongs to
 * @param clientSecret names the hosted page; whoever knows it can connect
 * @param completed whether a person has finished it
 */
public record AuthSession(
    String id,
    String endUserId,
    String publishableKey,
    String clientSecret,
    Instant createdAt,
    Instant expiresAt,
    Optional<String> redirectUrl,
    boolean completed) {

  /** The hosted page, for a simulator at this URL. */
  public String authFlowUrl(String baseUrl) {
    return baseUrl + ConnectEndpoint.ROOT + clientSecret + "?key=" + publishableKey;
  }

  AuthSession expiringAt(Instant instant) {
    return new AuthSession(
        id, endUserId, publishableKey, clientSecret, createdAt, instant, redirectUrl, completed);
  }

  AuthSession finished() {
    return new AuthSession(
        id, endUserId, publishableKey, clientSecret, createdAt, expiresAt, redirectUrl, true);
  }

  /** Says nothing secret. */
  @Override
  public String toString() {
    return "AuthSession[" + id + ", " + endUserId + ", until " + expiresAt + "]";
  }
}
