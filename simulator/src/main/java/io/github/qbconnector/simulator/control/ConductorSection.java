package io.github.qbconnector.simulator.control;

import static io.github.qbconnector.simulator.http.HtmlPage.escape;

import io.github.qbconnector.simulator.conductor.AuthSession;
import io.github.qbconnector.simulator.conductor.ConductorState;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.conductor.EndUser;
import io.github.qbconnector.simulator.conductor.Generation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The part of the control page about QuickBooks Desktop. */
final class ConductorSection {

  private final ConductorState state;
  private final String baseUrl;
  private final StringBuilder html;
  private final ControlMarkup markup;

  ConductorSection(ConductorState state, String baseUrl, StringBuilder html, ControlMarkup markup) {
    this.state = state;
    this.baseUrl = baseUrl;
    this.html = html;
    this.markup = markup;
  }

  void write() {
    html.append("<h2>QuickBooks Desktop: end-users</h2>\n");
    List<EndUser> endUsers = state.endUsers().list();
    if (endUsers.isEmpty()) {
      html.append(
          "<p>There is no end-user yet: an application creates one when somebody begins to");
      html.append(" connect.</p>\n");
    } else {
      endUsers(endUsers);
    }
    sessions();
    served();
  }

  private void endUsers(List<EndUser> endUsers) {
    html.append("<div class=\"scroll\"><table id=\"end-users\">\n<thead><tr>");
    markup.headings(
        "Company",
        "End-user",
        "In the application",
        "Last success",
        "What a request meets",
        "For good");
    for (EndUser endUser : endUsers) {
      html.append("<tr><th scope=\"row\">").append(escape(endUser.companyName())).append("</th>");
      markup.cell("<code>" + endUser.id() + "</code>");
      markup.cell(escape(endUser.sourceId()));
      markup.cell(time(endUser.lastSuccessfulRequestAt()));
      html.append("<td>");
      stateForm(endUser);
      html.append("</td><td>");
      markup.button(
          "delete-end-user",
          "Delete",
          "endUserId",
          endUser.id(),
          "Delete, " + endUser.companyName());
      html.append("</td></tr>\n");
    }
    html.append("</tbody></table></div>\n");
  }

  private static String time(Optional<Instant> instant) {
    return instant.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("never");
  }

  private void stateForm(EndUser endUser) {
    html.append("<form class=\"inline\" method=\"post\"><input type=\"hidden\" name=\"action\"");
    html.append(" value=\"desktop-state\"><input type=\"hidden\" name=\"endUserId\" value=\"");
    html.append(endUser.id()).append("\"><select name=\"state\" aria-label=\"State, ");
    html.append(escape(endUser.companyName())).append("\">");
    for (DesktopState choice : DesktopState.values()) {
      html.append(choice == endUser.state() ? "<option selected>" : "<option>");
      html.append(choice).append("</option>");
    }
    html.append("</select> <button type=\"submit\" aria-label=\"Set, ");
    html.append(escape(endUser.companyName())).append("\">Set</button></form>");
  }

  private void sessions() {
    List<AuthSession> open =
        state.sessions().list().stream().filter(session -> !session.completed()).toList();
    if (open.isEmpty()) {
      return;
    }
    html.append("<h2>QuickBooks Desktop: links to connect</h2>\n<ul id=\"sessions\">\n");
    for (AuthSession session : open) {
      String company =
          state.endUsers().find(session.endUserId()).map(EndUser::companyName).orElse("deleted");
      html.append("<li><a href=\"").append(escape(session.authFlowUrl(baseUrl))).append("\">");
      html.append(escape(company)).append("</a>, until ");
      html.append(session.expiresAt().truncatedTo(ChronoUnit.SECONDS)).append(' ');
      markup.button(
          "expire-session", "Expire", "session", session.id(), "Expire the link, " + company);
      html.append("</li>\n");
    }
    html.append("</ul>\n");
  }

  private void served() {
    html.append("<div>Conductor's paths: <strong id=\"generation\">").append(state.generation());
    html.append("</strong> ");
    for (Generation generation : Generation.values()) {
      markup.button("serve", "Serve " + generation, "generation", generation.name());
    }
    html.append("</div>\n<div>");
    markup.button("latency", "Desktop answers as late as in life", "like", "life");
    markup.button("latency", "Desktop answers at once", "like", "");
    html.append("</div>\n");
  }
}
