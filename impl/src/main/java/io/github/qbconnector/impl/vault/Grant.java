package io.github.qbconnector.impl.vault;

import io.github.qbconnector.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the provider granted: the tokens of one generation.
 *
 * @param obtainedAt when, by this node's clock
 * @param renewableUntil when the refresh token lapses unless it is used before
 * @param endsAt when the grant ends for good, if the provider said so
 */
public record Grant(
    Secret accessToken,
    Instant obtainedAt,
    Instant accessTokenExpiresAt,
    Secret refreshToken,
    Instant renewableUntil,
    @Nullable Instant endsAt) {

  /** The same grant with a refresh token that has taken the place of the old one. */
  public Grant withRefreshToken(Secret fresh) {
    return new Grant(accessToken, obtainedAt, accessTokenExpiresAt, fresh, renewableUntil, endsAt);
  }

  /** How long the access token was to live when it was issued; never negative. */
  public long accessTokenLifeMillis() {
    return Math.max(0, accessTokenExpiresAt.toEpochMilli() - obtainedAt.toEpochMilli());
  }
}
