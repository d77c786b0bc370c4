package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.core.FaultTarget;
import io.github.qbconnector.simulator.core.Fingerprint;
import io.github.qbconnector.simulator.core.LoggedRequest;
import io.github.qbconnector.simulator.http.Parameters;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import java.time.Instant;
import java.util.Optional;

/** One request to Intuit on its way through the simulator, and what the log will say about it. */
final class IntuitCall {

  private final SimulatorRequest request;
  private final String path;
  private final EndpointKind endpoint;
  private final Instant arrivedAt;
  private final String tid;
  private final Optional<Parameters> form;

  private Optional<String> realmId;
  private Optional<String> issued = Optional.empty();
  private Optional<FaultKind> fault = Optional.empty();
  private boolean rotated;

  IntuitCall(
      SimulatorRequest request,
      String path,
      EndpointKind endpoint,
      Instant arrivedAt,
      String tid,
      Optional<String> realmId) {
    this.request = request;
    this.path = path;
    this.endpoint = endpoint;
    this.arrivedAt = arrivedAt;
    this.tid = tid;
    this.realmId = realmId;
    this.form = endpoint == EndpointKind.TOKEN ? readForm(request) : Optional.empty();
  }

  private static Optional<Parameters> readForm(SimulatorRequest request) {
    try {
      return Optional.of(request.form());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  SimulatorRequest request() {
    return request;
  }

  String path() {
    return path;
  }

  EndpointKind endpoint() {
    return endpoint;
  }

  String tid() {
    return tid;
  }

  Optional<Parameters> tokenForm() {
    return form;
  }

  Optional<String> grantType() {
    return form.flatMap(parameters -> parameters.get("grant_type"));
  }

  Optional<String> presentedRefreshToken() {
    return form.flatMap(parameters -> parameters.get("refresh_token"));
  }

  Optional<String> realmId() {
    return realmId;
  }

  FaultTarget asFaultTarget() {
    return new FaultTarget(endpoint, grantType(), realmId, Optional.empty());
  }

  void concerns(Optional<String> realm) {
    realmId = realm;
  }

  void struckBy(FaultKind kind) {
    fault = Optional.of(kind);
  }

  void issued(IssuedTokens tokens) {
    issued = Optional.of(Fingerprint.of(tokens.refreshToken()));
    rotated = tokens.rotated();
    realmId = tokens.realmId();
  }

  private boolean metered() {
    return endpoint == EndpointKind.ACCOUNTING
        && (request.method().equals("GET") || path.endsWith("/query"));
  }

  LoggedRequest logged(int status, boolean cut) {
    return new LoggedRequest(
        0,
        arrivedAt,
        endpoint,
        request.method(),
        path,
        grantType(),
        realmId,
        status,
        metered(),
        tid,
        presentedRefreshToken().map(Fingerprint::of),
        issued,
        rotated,
        cut,
        fault,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  LoggedRequest logged(SimulatorResponse response) {
    return logged(response.status(), response.isCut());
  }
}
