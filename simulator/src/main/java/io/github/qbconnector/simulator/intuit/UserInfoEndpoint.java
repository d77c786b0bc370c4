package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import io.github.qbconnector.simulator.intuit.accounting.Access;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Who connected, in Intuit's own spelling of the claims. */
final class UserInfoEndpoint {

  private final Grants grants;

  UserInfoEndpoint(Grants grants) {
    this.grants = grants;
  }

  SimulatorResponse answer(IntuitCall call) {
    if (!call.request().method().equals("GET")) {
      throw OAuthException.methodNotAllowed();
    }
    Access access = grants.access(call.request().bearerToken());
    if (!access.good()) {
      throw OAuthException.invalidToken();
    }
    List<String> scopes = access.scopes();
    if (!scopes.contains(Scopes.OPENID)) {
      throw OAuthException.insufficientScope();
    }
    JsonObjectBuilder claims = JsonCodec.BUILDERS.createObjectBuilder().add("sub", Person.SUBJECT);
    if (scopes.contains("email")) {
      claims.add("email", Person.EMAIL).add("emailVerified", true);
    }
    if (scopes.contains("profile")) {
      claims.add("givenName", Person.GIVEN_NAME).add("familyName", Person.FAMILY_NAME);
    }
    if (scopes.contains("phone")) {
      claims.add("phoneNumber", Person.PHONE).add("phoneNumberVerified", false);
    }
    if (scopes.contains("address")) {
      claims.add(
          "address",
          JsonCodec.BUILDERS
              .createObjectBuilder()
              .add("streetAddress", "12 Harbor Street")
              .add("locality", "Half Moon Bay")
              .add("region", "CA")
              .add("postalCode", "94019")
              .add("country", "US"));
    }
    return SimulatorResponse.json(200, claims.build());
  }
}
