package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.core.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tokens as they go into an answer.
 *
 * @param authorizedAt when the person consented
 * @param rotated whether the refresh token is a new value of an existing grant
 */
public record IssuedTokens(
    String clientId,
    Optional<String> realmId,
    List<String> scopes,
    Optional<String> nonce,
    Instant authorizedAt,
    String accessToken,
    Duration accessExpiresIn,
    String refreshToken,
    Duration refreshExpiresIn,
    Duration hardExpiresIn,
    boolean rotated) {

  /** Names the refresh token by its fingerprint only. */
  @Override
  public String toString() {
    return "IssuedTokens[client="
        + clientId
        + ", realm="
        + realmId.orElse("none")
        + ", refreshToken="
        + Fingerprint.of(refreshToken)
        + "]";
  }
}
