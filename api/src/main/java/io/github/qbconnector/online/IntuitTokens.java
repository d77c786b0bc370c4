package io.github.qbconnector.online;

import io.github.qbconnector.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * An answer of Intuit's token endpoint (RFC 6749 section 5.1 with Intuit's additions).
 *
 * @param accessToken for the Accounting API; lives an hour
 * @param accessTokenExpiresAt by this machine's clock, counted from before the request
 * @param refreshToken for the next refresh; Intuit changes its value about once a day, so store it
 *     each time
 * @param refreshTokenExpiresAt when it lapses unless it is used before
 * @param endsAt when the whole grant ends, if Intuit said so
 * @param idToken only with the scope {@code openid}; not yet validated
 * @param requestId Intuit's {@code intuit_tid}
 */
public record IntuitTokens(
    Secret accessToken,
    Instant accessTokenExpiresAt,
    Secret refreshToken,
    Instant refreshTokenExpiresAt,
    Optional<Instant> endsAt,
    Optional<Secret> idToken,
    Optional<String> requestId) {}
