package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.logins.LoginFilter;
import io.github.qbconnector.compatibility.app.logins.LoginServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Wars;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A WAR that logs its users in itself, by {@code request.login}. */
@GridRow(value = "login by the application's own servlet", section = GridRow.Section.LOGINS)
class ProgrammaticLoginIT extends DropInPromises {
  private static final String CONTEXT = "programmatic-login";

  ProgrammaticLoginIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(
            CompanyServlet.class,
            CompanyServlet.Marker.class,
            LoginServlet.class,
            LoginFilter.class)
        .setWebXML("wars/programmatic-login.xml");
  }

  @Override
  Browser loggedIn(String user) {
    Browser browser = anybody();
    HttpResponse<String> answer = logIn(browser, user, GATED);
    assertThat(answer.statusCode()).as(answer.body()).isIn(302, 303);
    return browser;
  }

  private static HttpResponse<String> logIn(Browser browser, String user, String to) {
    return browser.submit("/login", Map.of("user", user, "password", user + "-password", "to", to));
  }

  @Test
  void theSessionThatChangesItsIdAtLoginIsNotMissed() {
    Browser carla = anybody();
    assertThat(carla.open("/login").body()).isEqualTo("who are you?");
    String before = carla.session().orElseThrow();

    logIn(carla, "carla", GATED);
    String after = carla.session().orElseThrow();
    HttpResponse<String> page = new ConnectJourney(carla).from(GATED, BAKERY);

    assertThat(after).isNotEqualTo(before);
    assertThat(page.body()).isEqualTo("company=Harbor Street Bakery");
  }

  @Test
  void aFlowOutlivesAnotherLoginOfItsUser() {
    Browser david = loggedIn("david");
    HttpResponse<String> sentAway = david.open(GATED);
    logIn(david, "david", GATED);

    HttpResponse<String> landed =
        new ConnectJourney(david).through(ConnectJourney.location(sentAway), BAKERY);

    assertThat(david.open(ConnectJourney.location(landed)).body())
        .isEqualTo("company=Harbor Street Bakery");
  }

  @Test
  @Override
  void nobodyIsAskedToLogInFirst() {
    HttpResponse<String> page = anybody().open(GATED);

    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(ConnectJourney.location(page)).endsWith("/login?to=/gated/company");
    assertThat(anybody().open("/quickbooks/connect").statusCode()).isEqualTo(401);
    assertThat(anybody().fetch("/quickbooks/status").statusCode()).isEqualTo(401);
  }
}
