package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.http.Parameters;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import io.github.qbconnector.simulator.intuit.accounting.Companies;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks a person for consent and sends the browser back to the application. */
final class AuthorizeEndpoint {

  private final OAuthClients clients;
  private final Companies companies;
  private final Grants grants;

  AuthorizeEndpoint(OAuthClients clients, Companies companies, Grants grants) {
    this.clients = clients;
    this.companies = companies;
    this.grants = grants;
  }

  SimulatorResponse answer(IntuitCall call) {
    SimulatorRequest request = call.request();
    try {
      return switch (request.method()) {
        case "GET" ->
            ConsentPage.ask(
                AuthorizationRequest.read(request.query(), clients), companies.list(), "");
        case "POST" -> decide(call, request.form());
        default -> throw OAuthException.methodNotAllowed();
      };
    } catch (AuthorizationRequest.Refused e) {
      return ConsentPage.refused(String.valueOf(e.getMessage()));
    }
  }

  private SimulatorResponse decide(IntuitCall call, Parameters form) {
    AuthorizationRequest asked = AuthorizationRequest.read(form, clients);
    Optional<String> realmId =
        Scopes.needCompany(asked.scopes()) ? form.get("realmId") : Optional.empty();
    return switch (form.text("decision")) {
      case "connect" -> {
        if (Scopes.needCompany(asked.scopes()) && realmId.flatMap(companies::find).isEmpty()) {
          yield ConsentPage.ask(asked, companies.list(), "Choose a company first.");
        }
        call.concerns(realmId);
        String code = grants.issueCode(asked.consented(realmId));
        String back = asked.redirectUri() + "?code=" + code + "&state=" + encode(asked.state());
        yield SimulatorResponse.seeOther(
            back + realmId.map(realm -> "&realmId=" + encode(realm)).orElse(""));
      }
      case "cancel" ->
          SimulatorResponse.seeOther(
              asked.redirectUri()
                  + "?error=access_denied&error_description="
                  + encode("The user did not approve the request")
                  + "&state="
                  + encode(asked.state()));
      default -> ConsentPage.ask(asked, companies.list(), "Choose Connect or Cancel.");
    };
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
