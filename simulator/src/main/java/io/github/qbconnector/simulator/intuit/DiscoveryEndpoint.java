package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** The OpenID discovery document; its URLs lead back to where the request came in. */
final class DiscoveryEndpoint {

  private final TokenSettings settings;

  DiscoveryEndpoint(TokenSettings settings) {
    this.settings = settings;
  }

  SimulatorResponse answer(IntuitCall call) {
    if (!call.request().method().equals("GET")) {
      throw OAuthException.methodNotAllowed();
    }
    String root = call.request().baseUrl() + IntuitEndpoints.ROOT;
    JsonObject document =
        JsonCodec.BUILDERS
            .createObjectBuilder()
            .add("issuer", settings.issuer())
            .add("authorization_endpoint", root + "/connect/oauth2")
            .add("token_endpoint", root + "/oauth2/v1/tokens/bearer")
            .add("userinfo_endpoint", root + "/v1/openid_connect/userinfo")
            .add("revocation_endpoint", root + "/v2/oauth2/tokens/revoke")
            .add("jwks_uri", root + "/op/v1/jwks")
            .add("response_types_supported", array("code"))
            .add("subject_types_supported", array("public"))
            .add("id_token_signing_alg_values_supported", array("RS256"))
            .add("scopes_supported", array("openid", "email", "profile", "address", "phone"))
            .add(
                "token_endpoint_auth_methods_supported",
                array("client_secret_post", "client_secret_basic"))
            .add("claims_supported", array("aud", "exp", "iat", "iss", "realmid", "sub"))
            .build();
    return SimulatorResponse.json(200, document);
  }

  private static JsonArray array(String... values) {
    JsonArrayBuilder array = JsonCodec.BUILDERS.createArrayBuilder();
    for (String value : values) {
      array.add(value);
    }
    return array.build();
  }
}
