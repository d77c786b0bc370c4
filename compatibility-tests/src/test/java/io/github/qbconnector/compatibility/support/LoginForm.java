package io.github.qbconnector.compatibility.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;

/** A person who meets the login form of an application, fills it in, and goes where that leads. */
public final class LoginForm {
  /** What every login form of the container has. */
  public static final String ACTION = "j_security_check";

  private final Browser browser;

  /** Of one browser. */
  public LoginForm(Browser browser) {
    this.browser = browser;
  }

  /** Opens a page without being logged in, logs in, and answers what comes then. */
  public HttpResponse<String> passedOnTheWayTo(String page, String user) {
    HttpResponse<String> form = meetOnTheWayTo(page);
    String action = form.uri().resolve(ACTION).toString();
    HttpResponse<String> loggedIn =
        browser.submit(action, Map.of("j_username", user, "j_password", user + "-password"));
    assertThat(loggedIn.statusCode()).as(loggedIn.body()).isIn(302, 303);
    URI back = loggedIn.uri().resolve(ConnectJourney.location(loggedIn));
    return browser.open(back.toString());
  }

  /** Opens a page and is shown the form; some servers show it in place, others lead there. */
  public HttpResponse<String> meetOnTheWayTo(String page) {
    HttpResponse<String> form = browser.open(page);
    if (form.statusCode() == 302 || form.statusCode() == 303) {
      form = browser.open(form.uri().resolve(ConnectJourney.location(form)).toString());
    }
    assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
    assertThat(form.body()).contains("action=\"" + ACTION + "\"");
    return form;
  }
}
