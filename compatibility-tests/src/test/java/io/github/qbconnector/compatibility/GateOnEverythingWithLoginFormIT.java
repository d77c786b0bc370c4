package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.LoginForm;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A gate before all routes shuts out neither the login nor the pages for what went wrong. */
@GridRow("the gate before /* and a login form")
@OnServer
class GateOnEverythingWithLoginFormIT {
  private static final String CONTEXT = "gate-and-login-form";

  private final Browser browser = Browser.of(TestServer.url(CONTEXT));

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.configured(
            CONTEXT,
            Map.of(
                "quickbooks.gate.url-patterns", "/*",
                "quickbooks.gate.exclude-patterns", "/logins/*"))
        .addAsWebResource("wars/logins/index.jsp", "index.jsp")
        .addAsWebResource("wars/logins/missing.jsp", "errors/missing.jsp")
        .addAsWebResource("wars/logins/login.jsp", "logins/login.jsp")
        .addAsWebResource("wars/logins/failed.jsp", "logins/failed.jsp")
        .addAsWebResource("wars/logins/login.css", "logins/login.css")
        .addAsWebResource(new StringAsset("'use strict';"), "menu.js")
        .setWebXML("wars/form-login.xml");
  }

  @Test
  void theWelcomePageIsReachedThroughLoginAndConnect() {
    HttpResponse<String> gate = new LoginForm(browser).passedOnTheWayTo("/index.jsp", "alice");

    assertThat(gate.statusCode()).as(gate.body()).isEqualTo(303);
    HttpResponse<String> landed =
        new ConnectJourney(browser).through(ConnectJourney.location(gate), DropInPromises.BAKERY);
    assertThat(browser.open(ConnectJourney.location(landed)).body()).contains("the welcome page");
    assertThat(browser.open("/").body()).contains("the welcome page");
  }

  @Test
  void pagesForErrorsAreTheApplicationsOwn() {
    HttpResponse<String> gate = new LoginForm(browser).passedOnTheWayTo("/nowhere", "bob");
    assertThat(gate.statusCode()).as(gate.body()).isEqualTo(303);
    new ConnectJourney(browser).through(ConnectJourney.location(gate), DropInPromises.BAKERY);

    HttpResponse<String> missing = browser.open("/nowhere");

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("the application misses /" + CONTEXT + "/nowhere");
  }

  @Test
  void whatAPageIsMadeOfDoesNotLeadTheLoginAstray() {
    new LoginForm(browser).meetOnTheWayTo("/index.jsp?month=11");
    HttpResponse<String> style = browser.open("/logins/login.css");
    HttpResponse<String> script = browser.fetch("/menu.js");

    HttpResponse<String> gate =
        new LoginForm(browser).passedOnTheWayTo("/index.jsp?month=11", "kim");

    assertThat(style.body()).contains("color");
    assertThat(script.statusCode()).as(script.body()).isEqualTo(401);
    assertThat(ConnectJourney.location(gate)).endsWith("return=%2Findex.jsp%3Fmonth%3D11");
  }
}
