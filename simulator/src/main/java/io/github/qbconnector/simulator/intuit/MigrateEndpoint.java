package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gives tokens of OAuth 2.0 for a token of OAuth 1.0a, which stays as good as it was. */
final class MigrateEndpoint {

  private static final Set<String> MEMBERS =
      Set.of("scope", "redirect_uri", "client_id", "client_secret");

  private final OAuthClients clients;
  private final OAuth1Verifier verifier;
  private final Grants grants;
  private final TokenDocument document;

  MigrateEndpoint(
      OAuthClients clients, OAuth1Verifier verifier, Grants grants, TokenDocument document) {
    this.clients = clients;
    this.verifier = verifier;
    this.grants = grants;
    this.document = document;
  }

  SimulatorResponse answer(IntuitCall call) {
    SimulatorResponse response;
    try {
      response = migrated(call);
    } catch (OAuth1Problem e) {
      response = e.answer();
    } catch (OAuthException e) {
      response = e.answer();
    }
    return TokenDocument.withHeaders(response);
  }

  private SimulatorResponse migrated(IntuitCall call) {
    SimulatorRequest request = call.request();
    if (!request.method().equals("POST")) {
      throw OAuthException.methodNotAllowed();
    }
    LegacyTokens.Token token = verifier.require(request);
    JsonObject order = order(request);
    String clientId = order.getString("client_id");
    if (!clients.accepts(clientId, order.getString("client_secret"))) {
      throw OAuthException.invalidClient();
    }
    if (!AuthorizationRequest.acceptable(order.getString("redirect_uri"))) {
      throw OAuthException.invalidRequest("The redirect_uri is not registered");
    }
    List<String> scopes = List.of(order.getString("scope").split(" ", -1));
    for (String scope : scopes) {
      if (!Scopes.known(scope)) {
        throw OAuthException.invalidScope("Unknown scope: " + scope);
      }
    }
    IssuedTokens tokens = grants.issue(clientId, token.realmId(), scopes.toArray(new String[0]));
    call.issued(tokens);
    return SimulatorResponse.json(200, document.of(tokens).add("realmId", token.realmId()).build());
  }

  /** The body, which must have exactly the members that Intuit's own clients send. */
  private static JsonObject order(SimulatorRequest request) {
    String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.split(";", 2)[0].trim().equals("application/json")) {
      throw OAuthException.invalidRequest("The Content-Type must be application/json");
    }
    JsonObject order = JsonCodec.parseObject(request.bodyText());
    if (!order.keySet().equals(MEMBERS)
        || !order.values().stream().allMatch(JsonString.class::isInstance)) {
      throw OAuthException.invalidRequest(
          "The body must have scope, redirect_uri, client_id and client_secret, all texts");
    }
    return order;
  }
}
