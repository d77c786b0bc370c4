package io.github.qbconnector;

import java.time.Instant;
import java.util.Optional;

/**
 * What is stored about a connection, without its secrets.
 *
 * @param companyId the provider's identifier: the realm id (Online) or the end-user id (Desktop)
 * @param companyName the company's name as last read; empty until it was read once
 * @param connectedBy the caller who connected; empty for adopted connections
 * @param connectedAt when the connection was made
 * @param renewableUntil Online: when the grant lapses unless it is used before (Intuit: 100 days,
 *     renewed by every refresh)
 * @param endsAt when the grant ends for good (Intuit: five years after the first authorisation);
 *     empty if the provider did not say
 */
public record ConnectionDetails(
    String companyId,
    Optional<String> companyName,
    Optional<String> connectedBy,
    Instant connectedAt,
    Optional<Instant> renewableUntil,
    Optional<Instant> endsAt) {}
