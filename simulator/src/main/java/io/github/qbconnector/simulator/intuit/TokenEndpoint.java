package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.http.Parameters;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import jakarta.json.JsonObjectBuilder;

/** Exchanges codes and refreshes tokens. */
final class TokenEndpoint {

  private static final String HARD_EXPIRY_WANTED = "x-include-refresh-token-hard-expires-in";

  private final ClientAuthentication authentication;
  private final Grants grants;
  private final TokenDocument document;

  TokenEndpoint(ClientAuthentication authentication, Grants grants, TokenDocument document) {
    this.authentication = authentication;
    this.grants = grants;
    this.document = document;
  }

  SimulatorResponse answer(IntuitCall call) {
    SimulatorResponse response;
    try {
      response = tokens(call);
    } catch (OAuthException e) {
      response = e.answer();
    }
    return TokenDocument.withHeaders(response);
  }

  private SimulatorResponse tokens(IntuitCall call) {
    if (!call.request().method().equals("POST")) {
      throw OAuthException.methodNotAllowed();
    }
    String clientId = authentication.require(call.request(), call.tokenForm());
    Parameters form =
        call.tokenForm()
            .orElseThrow(() -> OAuthException.invalidRequest("The form cannot be read"));
    IssuedTokens tokens =
        switch (required(form, "grant_type")) {
          case "authorization_code" ->
              grants.exchange(
                  clientId,
                  required(form, "code"),
                  required(form, "redirect_uri"),
                  form.get("code_verifier"));
          case "refresh_token" -> grants.refresh(clientId, required(form, "refresh_token"));
          default -> throw OAuthException.unsupportedGrantType();
        };
    call.issued(tokens);
    JsonObjectBuilder body = document.of(tokens);
    if (call.request().headerMentions(HARD_EXPIRY_WANTED, "true")) {
      body.add("x_refresh_token_hard_expires_in", tokens.hardExpiresIn().toSeconds());
    }
    return SimulatorResponse.json(200, body.build());
  }

  private static String required(Parameters form, String name) {
    return form.get(name)
        .orElseThrow(() -> OAuthException.invalidRequest("The parameter " + name + " is missing"));
  }
}
