package io.github.qbconnector.simulator.control;

import static io.github.qbconnector.simulator.http.HtmlPage.escape;

import io.github.qbconnector.simulator.conductor.ConductorState;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.core.Faults;
import io.github.qbconnector.simulator.core.Instruments;
import io.github.qbconnector.simulator.core.LoggedRequest;
import io.github.qbconnector.simulator.http.HtmlPage;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import io.github.qbconnector.simulator.intuit.ActiveGrant;
import io.github.qbconnector.simulator.intuit.IntuitState;
import io.github.qbconnector.simulator.intuit.accounting.Company;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The HTML of the control page. */
final class ControlPageContent {

  private static final int REQUESTS = 50;

  private final Instruments instruments;
  private final IntuitState intuit;
  private final ConductorSection conductor;
  private final StringBuilder html = new StringBuilder(16_384);
  private final ControlMarkup markup = new ControlMarkup(html);

  ControlPageContent(
      Instruments instruments, IntuitState intuit, ConductorState conductor, String baseUrl) {
    this.instruments = instruments;
    this.intuit = intuit;
    this.conductor = new ConductorSection(conductor, baseUrl, html, markup);
  }

  SimulatorResponse page() {
    html.append("<h1>QuickBooks simulator</h1>\n<p>A stand-in for Intuit and Conductor. Nothing");
    html.append(" here is real.");
    html.append("</p>\n");
    clock();
    companies();
    conductor.write();
    faults();
    requests();
    return HtmlPage.answer(200, "QuickBooks simulator", false, html.toString());
  }

  private void clock() {
    html.append("<h2>Clock</h2>\n<p><time id=\"now\">");
    html.append(instruments.clock().instant().truncatedTo(ChronoUnit.SECONDS)).append("</time>");
    html.append(instruments.clock().offset().isZero() ? " (real time)" : " (moved)")
        .append("</p>\n");
    markup.button("advance", "1 hour ahead", "seconds", "3600");
    markup.button("advance", "8 hours ahead", "seconds", "28800");
    markup.button("advance", "1 day ahead", "seconds", "86400");
    markup.button("advance", "101 days ahead", "seconds", "8726400");
    markup.button("reset-clock", "Real time", "", "");
    markup.button("reset", "Reset everything", "", "");
  }

  private void companies() {
    html.append(
        "<h2>QuickBooks Online: companies</h2>\n<div class=\"scroll\"><table id=\"companies\">\n<thead><tr>");
    markup.headings(
        "Company", "Realm id", "Connected applications", "What a user or Intuit may do");
    List<ActiveGrant> grants = intuit.grants().list();
    for (Company company : intuit.companies().list()) {
      String realmId = company.realmId();
      List<String> applications =
          grants.stream()
              .filter(grant -> grant.realmId().equals(Optional.of(realmId)))
              .map(ActiveGrant::clientId)
              .distinct()
              .toList();
      html.append("<tr><th scope=\"row\">").append(escape(company.name())).append("</th>");
      markup.cell("<code>" + realmId + "</code>");
      markup.cell(applications.isEmpty() ? "none" : escape(String.join(", ", applications)));
      html.append("<td>");
      companyButton("revoke", "Disconnect", company);
      companyButton("expire", "Expire access tokens", company);
      if (intuit.grants().hasAdmin(realmId)) {
        companyButton("remove-admin", "Remove admin", company);
      } else {
        companyButton("restore-admin", "Restore admin", company);
      }
      html.append("</td></tr>\n");
    }
    html.append("</tbody></table></div>\n");
  }

  private void faults() {
    html.append("<h2>Faults</h2>\n");
    List<Faults.Ordered> faults = instruments.faults().list();
    if (faults.isEmpty()) {
      html.append("<p>No fault is on.</p>\n");
    } else {
      html.append("<ul id=\"faults\">\n");
      for (Faults.Ordered ordered : faults) {
        html.append("<li>").append(ordered.fault().kind()).append(" on ");
        html.append(ordered.fault().target().endpoint()).append(", ");
        html.append(ordered.left() == 0 ? "until switched off" : ordered.left() + " left");
        html.append(' ');
        markup.button("remove-fault", "Switch off", "fault", Long.toString(ordered.id()));
        html.append("</li>\n");
      }
      html.append("</ul>\n");
      markup.button("clear-faults", "Switch all off", "", "");
    }
    html.append("<form method=\"post\">\n<input type=\"hidden\" name=\"action\"");
    html.append(" value=\"add-fault\">\n<label>Fault <select name=\"kind\">");
    for (FaultKind kind : FaultKind.values()) {
      html.append("<option>").append(kind).append("</option>");
    }
    html.append("</select></label>\n<label>on <select name=\"endpoint\">");
    html.append("<option selected>ANY</option>");
    for (EndpointKind kind : EndpointKind.values()) {
      if (kind != EndpointKind.ANY && kind != EndpointKind.UNKNOWN) {
        html.append("<option>").append(kind).append("</option>");
      }
    }
    html.append(
        """
        </select></label>
        <label>for so many requests (0: until switched off)
        <input name="times" type="number" min="0" value="1" size="4"></label>
        <button type="submit">Switch on</button>
        </form>
        """);
  }

  private void requests() {
    html.append("<h2>Last requests</h2>\n");
    markup.button("clear-requests", "Clear the log", "", "");
    html.append("<div class=\"scroll\"><table id=\"requests\">\n<thead><tr>");
    markup.headings("#", "Time", "Request", "For", "Answer", "Refresh token", "Request id");
    for (LoggedRequest request : instruments.requests().newest(REQUESTS)) {
      html.append("<tr>");
      markup.cell(Long.toString(request.sequence()));
      markup.cell(request.time().truncatedTo(ChronoUnit.SECONDS).toString());
      markup.cell(
          escape(request.method() + " " + request.path())
              + request.grantType().map(type -> " <code>" + escape(type) + "</code>").orElse("")
              + (request.metered() ? " metered" : ""));
      markup.cell(escape(request.realmId().or(request::endUserId).orElse("")));
      markup.cell(
          (request.cut() ? "cut" : Integer.toString(request.status()))
              + request.errorCode().map(code -> " " + escape(code)).orElse("")
              + request.fault().map(fault -> " " + fault).orElse(""));
      markup.cell(
          request.presented().orElse("")
              + request.issued().map(issued -> " &rarr; " + issued).orElse("")
              + (request.rotated() ? " new value" : ""));
      markup.cell("<code>" + request.tid() + "</code>");
      html.append("</tr>\n");
    }
    html.append("</tbody></table></div>\n");
  }

  private void companyButton(String action, String label, Company company) {
    // Read aloud or in a list of buttons, the label alone would not say which company is meant.
    markup.button(action, label, "realmId", company.realmId(), label + ", " + company.name());
  }
}
