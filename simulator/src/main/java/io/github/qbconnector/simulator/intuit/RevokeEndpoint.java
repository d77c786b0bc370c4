package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import java.util.Optional;

/** Ends a connection; takes the token as JSON or as a form, for the vendors' clients differ. */
final class RevokeEndpoint {

  private final ClientAuthentication authentication;
  private final Grants grants;

  RevokeEndpoint(ClientAuthentication authentication, Grants grants) {
    this.authentication = authentication;
    this.grants = grants;
  }

  SimulatorResponse answer(IntuitCall call) {
    SimulatorRequest request = call.request();
    if (!request.method().equals("POST")) {
      throw OAuthException.methodNotAllowed();
    }
    boolean json = request.bodyText().stripLeading().startsWith("{");
    String clientId =
        authentication.require(request, json ? Optional.empty() : Optional.of(request.form()));
    String token =
        json
            ? JsonCodec.parseObject(request.bodyText()).getString("token", "")
            : request.form().text("token");
    if (token.isBlank()) {
      throw OAuthException.invalidRequest("The parameter token is missing");
    }
    grants.revoke(clientId, token);
    return SimulatorResponse.empty(200);
  }
}
