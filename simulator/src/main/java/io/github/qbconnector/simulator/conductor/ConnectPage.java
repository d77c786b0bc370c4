package io.github.qbconnector.simulator.conductor;

import static io.github.qbconnector.simulator.http.HtmlPage.escape;

import io.github.qbconnector.simulator.http.HtmlPage;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What a person sees who is asked to connect QuickBooks Desktop. */
final class ConnectPage {

  private static final String TITLE = "QuickBooks simulator";

  private ConnectPage() {}

  static SimulatorResponse ask(Registered endUser, AuthSession session, String complaint) {
    StringBuilder html = new StringBuilder(4096);
    html.append("<h1>Connect QuickBooks Desktop</h1>\n<p class=\"hint\">").append(TITLE);
    html.append(": nothing is downloaded and no real company is touched.</p>\n");
    if (!complaint.isEmpty()) {
      html.append("<p id=\"complaint\" role=\"alert\"><strong>").append(escape(complaint));
      html.append("</strong></p>\n");
    }
    html.append("<p>The application of <code>").append(escape(session.publishableKey()));
    html.append("</code> asks to connect the QuickBooks Desktop of <strong id=\"company\">");
    html.append(escape(endUser.companyName())).append("</strong> (");
    html.append(escape(endUser.email())).append("). This link works until <time>");
    html.append(session.expiresAt().truncatedTo(ChronoUnit.SECONDS)).append("</time>.</p>\n");
    html.append(
        """
        <h2>On the computer with QuickBooks Desktop</h2>
        <ol id="steps">
        <li>Open QuickBooks Desktop as Admin, with your company file, in single-user mode.</li>
        <li>Download the connection file, <code>connection.qwc</code>.</li>
        <li>Open it with the QuickBooks Web Connector.</li>
        <li>When QuickBooks asks, choose <strong>Yes, always; allow access even if QuickBooks is \
        not running</strong>.</li>
        </ol>
        <form id="outcome" method="post">
        <h2>What happens on that computer?</h2>
        <p>
        <button class="main" type="submit" id="connect" name="decision" value="connect">\
        Access is allowed</button>
        <button type="submit" id="deny" name="decision" value="deny">Access is denied</button>
        <button type="submit" id="cancel" name="decision" value="cancel">Cancel</button>
        </p>
        </form>
        """);
    session
        .redirectUrl()
        .ifPresent(
            url ->
                html.append("<p class=\"hint\">You will then go back to <code>")
                    .append(escape(Optional.ofNullable(URI.create(url).getHost()).orElse(url)))
                    .append("</code>.</p>\n"));
    return HtmlPage.answer(200, TITLE, true, html.toString());
  }

  static SimulatorResponse connected() {
    return message(200, "QuickBooks Desktop is connected", "You can close this window.");
  }

  static SimulatorResponse cancelled() {
    return message(
        200,
        "QuickBooks Desktop is not connected",
        "You have cancelled. You can close this window.");
  }

  static SimulatorResponse doneAlready() {
    return message(
        200,
        "This is done already",
        "QuickBooks Desktop was connected with this link. You can close this window.");
  }

  static SimulatorResponse expired() {
    return message(
        410,
        "This link has expired",
        "Ask the people who sent it to you for a new one, or start again in their application.");
  }

  static SimulatorResponse unknown() {
    return message(
        404,
        "This link is not valid",
        "Check that you have opened it whole, or start again in the application.");
  }

  private static SimulatorResponse message(int status, String title, String text) {
    return HtmlPage.answer(
        status,
        TITLE,
        true,
        "<h1>" + escape(title) + "</h1>\n<p id=\"message\">" + escape(text) + "</p>\n");
  }
}
