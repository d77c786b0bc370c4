package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import jakarta.json.JsonObjectBuilder;

/** Tokens as Intuit writes them down, and the headers that come with them. */
final class TokenDocument {

  private final IdTokenSigner signer;

  TokenDocument(IdTokenSigner signer) {
    this.signer = signer;
  }

  JsonObjectBuilder of(IssuedTokens tokens) {
    JsonObjectBuilder body =
        JsonCodec.BUILDERS
            .createObjectBuilder()
            .add("x_refresh_token_expires_in", tokens.refreshExpiresIn().toSeconds())
            .add("refresh_token", tokens.refreshToken())
            .add("access_token", tokens.accessToken())
            .add("token_type", "bearer")
            .add("expires_in", tokens.accessExpiresIn().toSeconds());
    if (tokens.scopes().contains(Scopes.OPENID)) {
      body.add("id_token", signer.sign(tokens));
    }
    return body;
  }

  /** The headers of every answer of an endpoint that hands out tokens, good or bad. */
  static SimulatorResponse withHeaders(SimulatorResponse response) {
    return response
        .with("Cache-Control", "no-cache, no-store")
        .with("Pragma", "no-cache")
        .with("Strict-Transport-Security", "max-age=15552000")
        .with("Server", "nginx");
  }
}
