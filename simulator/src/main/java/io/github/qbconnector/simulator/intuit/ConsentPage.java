package io.github.qbconnector.simulator.intuit;

import static io.github.qbconnector.simulator.http.HtmlPage.escape;

import io.github.qbconnector.simulator.http.HtmlPage;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import io.github.qbconnector.simulator.intuit.accounting.Company;
import java.util.List;

/** What a person sees when an application asks for access. */
final class ConsentPage {

  private static final String TITLE = "QuickBooks simulator";

  private ConsentPage() {}

  static SimulatorResponse ask(
      AuthorizationRequest asked, List<Company> companies, String complaint) {
    StringBuilder html = new StringBuilder(4096);
    html.append("<h1>Connect ").append(escape(asked.client().name()));
    html.append(" to QuickBooks?</h1>\n<p class=\"hint\">").append(TITLE);
    html.append(": no real company is touched. You are signed in as ");
    html.append(escape(Person.GIVEN_NAME + " " + Person.FAMILY_NAME)).append(".</p>\n");
    if (!complaint.isEmpty()) {
      html.append("<p role=\"alert\"><strong>").append(escape(complaint));
      html.append("</strong></p>\n");
    }
    html.append("<h2>The application will be able to</h2>\n<ul id=\"scopes\">\n");
    for (String scope : asked.scopes()) {
      html.append("<li>").append(escape(Scopes.meaning(scope)));
      html.append(" <code>").append(escape(scope)).append("</code></li>\n");
    }
    html.append("</ul>\n<form id=\"consent\" method=\"post\">\n");
    hidden(html, asked);
    if (Scopes.needCompany(asked.scopes())) {
      choices(html, companies);
    }
    html.append(
        """
        <p>
        <button class="main" type="submit" id="connect" name="decision" value="connect">\
        Connect</button>
        <button type="submit" id="cancel" name="decision" value="cancel">Cancel</button>
        </p>
        </form>
        """);
    return HtmlPage.answer(complaint.isEmpty() ? 200 : 400, TITLE, true, html.toString());
  }

  private static void hidden(StringBuilder html, AuthorizationRequest asked) {
    hidden(html, "client_id", asked.client().id());
    hidden(html, "redirect_uri", asked.redirectUri());
    hidden(html, "response_type", "code");
    hidden(html, "scope", String.join(" ", asked.scopes()));
    hidden(html, "state", asked.state());
    asked
        .codeChallenge()
        .ifPresent(
            challenge -> {
              hidden(html, "code_challenge", challenge);
              hidden(html, "code_challenge_method", "S256");
            });
    asked.nonce().ifPresent(nonce -> hidden(html, "nonce", nonce));
  }

  private static void hidden(StringBuilder html, String name, String value) {
    html.append("<input type=\"hidden\" name=\"").append(name);
    html.append("\" value=\"").append(escape(value)).append("\">\n");
  }

  private static void choices(StringBuilder html, List<Company> companies) {
    html.append("<fieldset>\n<legend>Company</legend>\n");
    boolean first = true;
    for (Company company : companies) {
      String realm = escape(company.realmId());
      html.append("<label class=\"choice\" for=\"realm-").append(realm);
      html.append("\"><input type=\"radio\" name=\"realmId\" id=\"realm-").append(realm);
      html.append("\" value=\"").append(realm).append('"');
      html.append(first ? " checked" : "").append("> ").append(escape(company.name()));
      html.append(" <span class=\"hint\">").append(realm).append("</span></label>\n");
      first = false;
    }
    html.append("</fieldset>\n");
  }

  static SimulatorResponse refused(String reason) {
    return HtmlPage.answer(
        400,
        TITLE,
        true,
        "<h1>The application could not be connected</h1>\n<p id=\"error\" role=\"alert\">"
            + escape(reason)
            + "</p>\n<p>This is a mistake of the application, not yours. Close this page and tell"
            + " the people who run it.</p>\n");
  }
}
