package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.http.Parameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an application asks a person for, checked as Intuit checks it. */
record AuthorizationRequest(
    OAuthClients.Client client,
    String redirectUri,
    List<String> scopes,
    String state,
    Optional<String> codeChallenge,
    Optional<String> nonce) {

  /** The request is so wrong that the browser must not be sent back. */
  @SuppressWarnings("serial")
  static final class Refused extends RuntimeException {
    Refused(String message) {
      super(message, null, false, false);
    }
  }

  private static final Set<String> LOOPBACK =
      Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

  static AuthorizationRequest read(Parameters parameters, OAuthClients clients) {
    OAuthClients.Client client =
        clients
            .find(parameters.text("client_id"))
            .orElseThrow(() -> new Refused("The client_id is unknown."));
    String redirectUri = parameters.text("redirect_uri");
    if (!acceptable(redirectUri)) {
      throw new Refused(
          "The redirect_uri is not registered for this application: it must be an absolute URL on"
              + " loopback without query and fragment.");
    }
    if (!parameters.text("response_type").equals("code")) {
      throw new Refused("The response_type is not supported: only code is.");
    }
    if (parameters.get("state").isEmpty()) {
      throw new Refused("The state parameter is missing.");
    }
    List<String> scopes = List.of(parameters.text("scope").trim().split("\\s+"));
    for (String scope : scopes) {
      if (!Scopes.known(scope)) {
        throw new Refused("Invalid permissions requested: " + scope);
      }
    }
    Optional<String> challenge = parameters.get("code_challenge");
    if (challenge.isPresent() && !parameters.text("code_challenge_method").equals("S256")) {
      throw new Refused("The code_challenge_method is not supported: only S256 is.");
    }
    return new AuthorizationRequest(
        client, redirectUri, scopes, parameters.text("state"), challenge, parameters.get("nonce"));
  }

  static boolean acceptable(String redirectUri) {
    try {
      URI uri = new URI(redirectUri);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
      return (scheme.equals("http") || scheme.equals("https"))
          && (LOOPBACK.contains(host) || host.endsWith(".localhost"))
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  ConsentedRequest consented(Optional<String> realmId) {
    return new ConsentedRequest(client.id(), redirectUri, scopes, realmId, codeChallenge, nonce);
  }
}
