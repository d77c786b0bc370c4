package io.github.qbconnector.simulator.conductor;

import java.time.Instant;
import java.util.Optional;

/**
 * An end-user as it is now.
 *
 * @param publishableKey of the project that it belongs to
 * @param sourceId its name in the application
 * @param lastRequestAt the last request for its QuickBooks; none without a connection
 * @param lastSuccessfulRequestAt the last one that QuickBooks has processed
 * @param state of its machine
 */
public record EndUser(
    String id,
    String publishableKey,
    String companyName,
    String sourceId,
    String email,
    Instant createdAt,
    Optional<Instant> lastRequestAt,
    Optional<Instant> lastSuccessfulRequestAt,
    DesktopState state) {}
