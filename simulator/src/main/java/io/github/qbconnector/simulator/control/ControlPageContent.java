package io.github.qbconnector.simulator.control;

import static io.github.qbconnector.simulator.http.HtmlPage.escape;

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
  private final StringBuilder html = new StringBuilder(16_384);

  ControlPageContent(Instruments instruments, IntuitState intuit) {
    this.instruments = instruments;
    this.intuit = intuit;
  }

  SimulatorResponse page() {
    html.append("<h1>QuickBooks simulator</h1>\n<p>A stand-in for Intuit. Nothing here is real.");
    html.append("</p>\n");
    clock();
    companies();
    faults();
    requests();
    return HtmlPage.answer(200, "QuickBooks simulator", false, html.toString());
  }

  private void clock() {
    html.append("<h2>Clock</h2>\n<p><time id=\"now\">");
    html.append(instruments.clock().instant().truncatedTo(ChronoUnit.SECONDS)).append("</time>");
    html.append(instruments.clock().offset().isZero() ? " (real time)" : " (moved)")
        .append("</p>\n");
    button("advance", "1 hour ahead", "seconds", "3600");
    button("advance", "8 hours ahead", "seconds", "28800");
    button("advance", "1 day ahead", "seconds", "86400");
    button("advance", "101 days ahead", "seconds", "8726400");
    button("reset-clock", "Real time", "", "");
    button("reset", "Reset everything", "", "");
  }

  private void companies() {
    html.append("<h2>Companies</h2>\n<div class=\"scroll\"><table id=\"companies\">\n<thead><tr>");
    headings("Company", "Realm id", "Connected applications", "What a user or Intuit may do");
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
      cell("<code>" + realmId + "</code>");
      cell(applications.isEmpty() ? "none" : escape(String.join(", ", applications)));
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
        button("remove-fault", "Switch off", "fault", Long.toString(ordered.id()));
        html.append("</li>\n");
      }
      html.append("</ul>\n");
      button("clear-faults", "Switch all off", "", "");
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
    button("clear-requests", "Clear the log", "", "");
    html.append("<div class=\"scroll\"><table id=\"requests\">\n<thead><tr>");
    headings("#", "Time", "Request", "Company", "Answer", "Refresh token", "intuit_tid");
    for (LoggedRequest request : instruments.requests().newest(REQUESTS)) {
      html.append("<tr>");
      cell(Long.toString(request.sequence()));
      cell(request.time().truncatedTo(ChronoUnit.SECONDS).toString());
      cell(
          escape(request.method() + " " + request.path())
              + request.grantType().map(type -> " <code>" + escape(type) + "</code>").orElse("")
              + (request.metered() ? " metered" : ""));
      cell(escape(request.realmId().orElse("")));
      cell(
          (request.cut() ? "cut" : Integer.toString(request.status()))
              + request.fault().map(fault -> " " + fault).orElse(""));
      cell(
          request.presented().orElse("")
              + request.issued().map(issued -> " &rarr; " + issued).orElse("")
              + (request.rotated() ? " new value" : ""));
      cell("<code>" + request.tid() + "</code>");
      html.append("</tr>\n");
    }
    html.append("</tbody></table></div>\n");
  }

  private void headings(String... names) {
    for (String name : names) {
      html.append("<th scope=\"col\">").append(name).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
  }

  private void cell(String content) {
    html.append("<td>").append(content).append("</td>");
  }

  private void companyButton(String action, String label, Company company) {
    // Read aloud or in a list of buttons, the label alone would not say which company is meant.
    button(action, label, "realmId", company.realmId(), label + ", " + company.name());
  }

  private void button(String action, String label, String name, String value) {
    button(action, label, name, value, label);
  }

  private void button(String action, String label, String name, String value, String spoken) {
    html.append("<form class=\"inline\" method=\"post\"><input type=\"hidden\" name=\"action\"");
    html.append(" value=\"").append(action).append("\">");
    if (!name.isEmpty()) {
      html.append("<input type=\"hidden\" name=\"").append(name);
      html.append("\" value=\"").append(escape(value)).append("\">");
    }
    html.append("<button type=\"submit\" aria-label=\"").append(escape(spoken)).append("\">");
    html.append(label).append("</button></form>\n");
  }
}
