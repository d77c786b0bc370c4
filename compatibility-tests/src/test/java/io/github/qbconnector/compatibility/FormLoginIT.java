package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.logins.WhoServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.LoginForm;
import io.github.qbconnector.compatibility.support.Wars;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * A WAR with a login form of the container's. Behind the gate there are paths that the container
 * protects, and paths that it leaves to everybody.
 */
@GridRow(value = "form login", section = GridRow.Section.LOGINS)
class FormLoginIT extends DropInPromises {
  private static final String CONTEXT = "form-login";
  private static final String UNPROTECTED = "/free/who";

  FormLoginIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.configured(CONTEXT, Map.of("quickbooks.gate.url-patterns", "/gated/*,/free/*"))
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class, WhoServlet.class)
        .addAsWebResource("wars/logins/login.jsp", "logins/login.jsp")
        .addAsWebResource("wars/logins/failed.jsp", "logins/failed.jsp")
        .addAsWebResource("wars/logins/login.css", "logins/login.css")
        .setWebXML("wars/form-login.xml");
  }

  @Override
  Browser loggedIn(String user) {
    Browser browser = anybody();
    HttpResponse<String> first = new LoginForm(browser).passedOnTheWayTo(GATED, user);
    assertThat(first.statusCode()).as(first.body()).isIn(200, 303);
    return browser;
  }

  @Test
  void afterTheLoginFormTheGateIsNextAndThenThePageThatWasAskedFor() {
    Browser carla = anybody();
    HttpResponse<String> gate = new LoginForm(carla).passedOnTheWayTo(GATED + "?month=11", "carla");

    assertThat(gate.statusCode()).as(gate.body()).isEqualTo(303);
    assertThat(ConnectJourney.location(gate)).endsWith("return=%2Fgated%2Fcompany%3Fmonth%3D11");
    HttpResponse<String> landed =
        new ConnectJourney(carla).through(ConnectJourney.location(gate), BAKERY);
    assertThat(ConnectJourney.location(landed)).isEqualTo("/" + CONTEXT + GATED + "?month=11");
    assertThat(carla.open(GATED).body()).isEqualTo("company=Harbor Street Bakery");
  }

  @Test
  void aPathThatTheContainerLeavesToEverybodyAsksForTheLoginOrSaysThatOneIsNeeded() {
    assertThat(meetsTheLogin(anybody().open(UNPROTECTED))).isTrue();
    assertThat(meetsTheLogin(anybody().open("/quickbooks/connect"))).isTrue();
  }

  /** WildFly cannot begin a login on such a path; our page says then what is missing. */
  private static boolean meetsTheLogin(HttpResponse<String> answer) {
    return switch (answer.statusCode()) {
      case 401 -> answer.body().contains("<main id=\"login\"");
      case 302, 303 -> ConnectJourney.location(answer).contains("/logins/login.jsp");
      default -> answer.body().contains("action=\"" + LoginForm.ACTION + "\"");
    };
  }

  @Test
  void aCallbackWhoseUserIsLoggedOutMeanwhileIsFinishedAfterTheLogin() {
    Browser frank = loggedIn("frank");
    HttpResponse<String> sentAway = frank.open("/free/who?month=11");
    frank.submit("/logout", Map.of());
    new LoginForm(frank).passedOnTheWayTo(GATED, "frank");

    HttpResponse<String> landed =
        new ConnectJourney(frank).through(ConnectJourney.location(sentAway), BAKERY);

    assertThat(frank.open(ConnectJourney.location(landed)).body()).isEqualTo("frank");
  }

  @Test
  void whatIsNoPageOfNobodyIsToldSoAndMeetsNoForm() {
    HttpResponse<String> script = anybody().fetch(UNPROTECTED);

    assertThat(script.statusCode()).as(script.body()).isEqualTo(401);
    assertThat(script.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  @Override
  void nobodyIsAskedToLogInFirst() {
    assertThat(new LoginForm(anybody()).meetOnTheWayTo(GATED).body()).contains("Log in");
    assertThat(anybody().fetch("/quickbooks/status").statusCode()).isEqualTo(401);
  }
}
