package io.github.qbconnector.simulator.core;

import java.util.Optional;

/**
 * Which requests: as part of a fault, whom it strikes; of a request, what it is. Where a fault
 * leaves a detail open, every request matches.
 *
 * @param grantType of a token request
 * @param realmId the company that a request to Intuit concerns
 * @param endUserId the end-user whom a request to Conductor concerns
 */
public record FaultTarget(
    EndpointKind endpoint,
    Optional<String> grantType,
    Optional<String> realmId,
    Optional<String> endUserId) {

  /** Every request. */
  public static final FaultTarget ALL =
      new FaultTarget(EndpointKind.ANY, Optional.empty(), Optional.empty(), Optional.empty());

  boolean covers(FaultTarget request) {
    return (endpoint == EndpointKind.ANY || endpoint == request.endpoint)
        && (grantType.isEmpty() || grantType.equals(request.grantType))
        && (realmId.isEmpty() || realmId.equals(request.realmId))
        && (endUserId.isEmpty() || endUserId.equals(request.endUserId));
  }
}
