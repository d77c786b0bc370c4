package io.github.qbconnector.simulator.intuit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A grant that has not been revoked, as tests and people see it.
 *
 * @param refreshValueSince when the refresh token got its present value
 * @param refreshToken fingerprint of the present value
 */
public record ActiveGrant(
    long id,
    String clientId,
    Optional<String> realmId,
    List<String> scopes,
    Instant authorizedAt,
    Instant refreshValueSince,
    Instant refreshExpiresAt,
    String refreshToken) {}
