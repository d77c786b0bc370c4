package io.github.qbconnector.online;

import java.time.Instant;
import java.util.Optional;

/**
 * The claims of an {@code id_token} that was validated (OpenID Connect Core section 3.1.3.7).
 *
 * @param subject Intuit's stable id of the person
 * @param realmId the company, if Intuit named one
 * @param issuedAt when it was issued
 * @param expiresAt until when it is valid
 */
public record IdToken(
    String subject, Optional<String> realmId, Instant issuedAt, Instant expiresAt) {}
