package io.github.qbconnector.simulator.conductor;

import io.github.qbconnector.simulator.conductor.quickbooks.Refusal;
import io.github.qbconnector.simulator.core.ErrorEnvelope;
import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;

/** An error on its way into Conductor's envelope. */
final class ConductorError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String INVALID = "INVALID_REQUEST_ERROR";
  private static final String INTEGRATION = "INTEGRATION_ERROR";
  private static final String CONNECTION = "INTEGRATION_CONNECTION_ERROR";
  private static final String USER_REFUSED =
      "QuickBooks Desktop could not process this request. QuickBooks says: ";

  private final transient ErrorEnvelope envelope;

  ConductorError(ErrorEnvelope envelope) {
    super(envelope.message(), null, false, false);
    this.envelope = envelope;
  }

  private static ConductorError of(String type, String code, int status, String message) {
    return new ConductorError(ErrorEnvelope.of(type, code, status).withMessage(message));
  }

  static ConductorError badKey() {
    return of(
        "AUTHENTICATION_ERROR",
        "API_KEY_INVALID",
        401,
        "The secret key in the Authorization header is missing or invalid. Send \"Authorization:"
            + " Bearer {your secret key}\".");
  }

  static ConductorError invalid(String message) {
    return of(INVALID, "INVALID_REQUEST", 400, message);
  }

  static ConductorError taken(String message) {
    return of(INVALID, "RESOURCE_ALREADY_EXISTS", 400, message);
  }

  static ConductorError missing(String what, String id) {
    return of(INVALID, "RESOURCE_MISSING", 404, "No such " + what + ": \"" + id + "\".");
  }

  static ConductorError badCursor(String message) {
    return of(INVALID, "CURSOR_INVALID", 400, message);
  }

  static ConductorError connection(String code, int status, String message, String forUsers) {
    return new ConductorError(
        ErrorEnvelope.of(CONNECTION, code, status)
            .withMessage(message)
            .withUserFacingMessage(forUsers));
  }

  static ConductorError timeout(Duration waited) {
    return connection(
        "QBD_REQUEST_TIMEOUT",
        504,
        "Request timed out after " + waited.toSeconds() + " seconds.",
        "QuickBooks Desktop took too long to answer. It may be busy with another task. Please try"
            + " again in a few minutes.");
  }

  static ConductorError processor(String integrationCode, String message, String forUsers) {
    return new ConductorError(
        connection(
                "QBD_CONNECTION_ERROR",
                502,
                "QBD Connection Error (" + integrationCode + "): " + message,
                forUsers)
            .envelope
            .withIntegrationCode(integrationCode));
  }

  static ConductorError refused(Refusal refusal) {
    return new ConductorError(
        ErrorEnvelope.of(INTEGRATION, "QBD_REQUEST_ERROR", 502)
            .withIntegrationCode(refusal.code())
            .withMessage("QBD Request Error (" + refusal.code() + "): " + refusal.message())
            .withUserFacingMessage(USER_REFUSED + refusal.message()));
  }

  String code() {
    return envelope.code();
  }

  SimulatorResponse answer(String requestId) {
    JsonObjectBuilder error =
        JsonCodec.BUILDERS
            .createObjectBuilder()
            .add("message", envelope.message())
            .add("userFacingMessage", envelope.userFacingMessage())
            .add("type", envelope.type())
            .add("code", envelope.code())
            .add("httpStatusCode", envelope.status());
    envelope.integrationCode().ifPresent(code -> error.add("integrationCode", code));
    error.add("requestId", requestId);
    return SimulatorResponse.json(
        envelope.status(), JsonCodec.BUILDERS.createObjectBuilder().add("error", error).build());
  }
}
