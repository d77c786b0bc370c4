package io.github.qbconnector.compatibility.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;

/** The way of a person from a gated page through Intuit back to that page, step by step. */
public final class ConnectJourney {
  private final Browser browser;

  /** A journey of one browser. */
  public ConnectJourney(Browser browser) {
    this.browser = browser;
  }

  /** Walks all the way and answers what the gated page says at the end. */
  public HttpResponse<String> from(String gatedPage, String realmId) {
    HttpResponse<String> sentAway = browser.open(gatedPage);
    assertThat(sentAway.statusCode()).as("gate: %s", sentAway.body()).isEqualTo(303);
    HttpResponse<String> landed = through(location(sentAway), realmId);
    return browser.open(location(landed));
  }

  /** Walks from the connect page to the redirect that leads back into the application. */
  public HttpResponse<String> through(String connectPage, String realmId) {
    HttpResponse<String> landed = comesBack(leaving(connectPage), realmId);
    assertThat(landed.statusCode()).as("callback: %s", landed.body()).isEqualTo(303);
    return landed;
  }

  /** Agrees at Intuit and comes back, wherever that ends. */
  public HttpResponse<String> comesBack(URI consentPage, String realmId) {
    URI callback = TestServer.simulator().intuit().consent(consentPage, realmId);
    HttpResponse<String> landed = browser.open(callback.toString());
    // Some containers know nobody on a route that is open to all: the result waits for the login.
    return landed.statusCode() == 200
        ? browser.open(location(browser.open(Html.of(landed).link())))
        : landed;
  }

  /** Walks from the connect page to the door of Intuit, and says where that is. */
  public URI leaving(String connectPage) {
    Html.Form form = Html.of(browser.open(connectPage)).form();
    return URI.create(Html.of(browser.submit(form.action(), form.fields())).link());
  }

  /** Where an answer leads. */
  public static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
