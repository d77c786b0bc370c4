package io.github.qbconnector.simulator.conductor;

import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.core.FaultTarget;
import io.github.qbconnector.simulator.core.LoggedRequest;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One request to Conductor on its way through the simulator, and what the log will say of it. */
final class ConductorCall {

  static final String END_USER_HEADER = "Conductor-End-User-Id";

  private static final String TIMEOUT_HEADER = "Conductor-Timeout-Seconds";

  private static final long LONGEST_TIMEOUT_MILLIS = 86_400_000;

  private final SimulatorRequest request;
  private final String loggedPath;
  private final EndpointKind endpoint;
  private final Instant arrivedAt;
  private final String requestId;
  private final Optional<String> endUserId;

  private Optional<String> errorCode = Optional.empty();
  private Optional<FaultKind> fault = Optional.empty();

  ConductorCall(
      SimulatorRequest request,
      String loggedPath,
      EndpointKind endpoint,
      Instant arrivedAt,
      String requestId,
      Optional<String> endUserId) {
    this.request = request;
    this.loggedPath = loggedPath;
    this.endpoint = endpoint;
    this.arrivedAt = arrivedAt;
    this.requestId = requestId;
    this.endUserId = endUserId;
  }

  SimulatorRequest request() {
    return request;
  }

  String requestId() {
    return requestId;
  }

  /** How long the caller wants Conductor to wait for QuickBooks. */
  Duration timeout(Duration otherwise) {
    Optional<String> header = request.header(TIMEOUT_HEADER);
    if (header.isPresent() && timeout().isEmpty()) {
      throw ConductorError.invalid(
          "The header " + TIMEOUT_HEADER + " must be a positive number of seconds, at most a day.");
    }
    return timeout().orElse(otherwise);
  }

  private Optional<Duration> timeout() {
    try {
      return request
          .header(TIMEOUT_HEADER)
          .map(text -> new BigDecimal(text.trim()).movePointRight(3).longValueExact())
          .filter(millis -> millis > 0 && millis <= LONGEST_TIMEOUT_MILLIS)
          .map(Duration::ofMillis);
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  FaultTarget asFaultTarget() {
    return new FaultTarget(endpoint, Optional.empty(), Optional.empty(), endUserId);
  }

  void struckBy(FaultKind kind) {
    fault = Optional.of(kind);
  }

  /** The answer for an error, which the log will name. */
  SimulatorResponse failed(ConductorError error) {
    errorCode = Optional.of(error.code());
    return error.answer(requestId);
  }

  LoggedRequest logged(SimulatorResponse response) {
    return new LoggedRequest(
        0,
        arrivedAt,
        endpoint,
        request.method(),
        loggedPath,
        Optional.empty(),
        Optional.empty(),
        response.status(),
        false,
        requestId,
        Optional.empty(),
        Optional.empty(),
        false,
        response.isCut(),
        fault,
        endUserId,
        errorCode,
        timeout());
  }
}
