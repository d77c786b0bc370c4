package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import jakarta.json.JsonObjectBuilder;

/** A refusal in the words of OAuth 2.0. */
@SuppressWarnings("serial")
final class OAuthException extends RuntimeException {

  private final int status;
  private final String error;

  private OAuthException(int status, String error, String description) {
    super(description, null, false, false);
    this.status = status;
    this.error = error;
  }

  static OAuthException invalidClient() {
    return new OAuthException(401, "invalid_client", "");
  }

  static OAuthException invalidRequest(String description) {
    return new OAuthException(400, "invalid_request", description);
  }

  static OAuthException invalidScope(String description) {
    return new OAuthException(400, "invalid_scope", description);
  }

  static OAuthException unsupportedGrantType() {
    return new OAuthException(400, "unsupported_grant_type", "");
  }

  static OAuthException tokenInvalid() {
    return new OAuthException(400, "invalid_grant", "Token invalid");
  }

  static OAuthException incorrectRefreshToken() {
    return new OAuthException(400, "invalid_grant", "Incorrect or invalid refresh token");
  }

  static OAuthException incorrectTokenTypeOrClient() {
    return new OAuthException(400, "invalid_grant", "Incorrect Token type or clientID");
  }

  static OAuthException invalidToken() {
    return new OAuthException(401, "invalid_token", "Token expired or revoked");
  }

  static OAuthException insufficientScope() {
    return new OAuthException(403, "insufficient_scope", "The token has no openid scope");
  }

  static OAuthException notFound() {
    return new OAuthException(404, "invalid_request", "No such endpoint");
  }

  static OAuthException methodNotAllowed() {
    return new OAuthException(405, "invalid_request", "Method not allowed");
  }

  SimulatorResponse answer() {
    JsonObjectBuilder body = JsonCodec.BUILDERS.createObjectBuilder().add("error", error);
    String description = getMessage();
    if (description != null && !description.isEmpty()) {
      body.add("error_description", description);
    }
    return SimulatorResponse.json(status, body.build());
  }
}
