package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.http.Parameters;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Which application is calling: by Basic authentication, or by id and secret in the form. */
final class ClientAuthentication {

  private static final String BASIC = "basic ";

  private final OAuthClients clients;

  ClientAuthentication(OAuthClients clients) {
    this.clients = clients;
  }

  /** The id of the application, which has proven itself. */
  String require(SimulatorRequest request, Optional<Parameters> form) {
    String header = request.header("Authorization").orElse("");
    String id;
    String secret;
    if (header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
      String pair = decode(header.substring(BASIC.length()).trim());
      int colon = pair.indexOf(':');
      id = colon < 0 ? "" : pair.substring(0, colon);
      secret = pair.substring(colon + 1);
    } else {
      id = form.map(parameters -> parameters.text("client_id")).orElse("");
      secret = form.map(parameters -> parameters.text("client_secret")).orElse("");
    }
    if (!clients.accepts(id, secret)) {
      throw OAuthException.invalidClient();
    }
    return id;
  }

  private static String decode(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
