package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.TestServer;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What holds in every shape of WAR. */
@OnServer
abstract class DropInPromises {
  static final String GATED = "/gated/company";
  static final String BAKERY = "9341453912000017";
  static final String PLUMBING = "9130357762000025";

  private final URI application;

  DropInPromises(String context) {
    this.application = TestServer.url(context);
  }

  /** Somebody who is logged in, in the way of this shape. */
  Browser loggedIn(String user) {
    return anybody().knownToTheContainer(user);
  }

  Browser anybody() {
    return Browser.of(application);
  }

  @Test
  void aPageThatNeedsQuickBooksSendsTheUserToConnectAndBack() {
    HttpResponse<String> answer = loggedIn("bob").open(GATED + "?month=11");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(ConnectJourney.location(answer))
        .isEqualTo(
            application.getPath() + "/quickbooks/connect?return=%2Fgated%2Fcompany%3Fmonth%3D11");
  }

  @Test
  void aScriptIsToldByAProblemDocumentWhatToDo() {
    HttpResponse<String> answer = loggedIn("bob").fetch(GATED);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("\"state\":\"NOT_CONNECTED\"")
        .contains("\"connectUrl\":\"" + application.getPath() + "/quickbooks/connect\"");
  }

  @Test
  void connectingEndsOnThePageThatWasAskedForWithDataFromQuickBooks() {
    HttpResponse<String> page = new ConnectJourney(loggedIn("alice")).from(GATED, BAKERY);

    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body()).isEqualTo("company=Harbor Street Bakery");
  }

  @Test
  void aConnectionThatEndsWhileThePageIsMadeSendsTheUserToConnectAgain() {
    Browser kim = loggedIn("kim");
    assertThat(new ConnectJourney(kim).from(GATED, PLUMBING).statusCode()).isEqualTo(200);
    TestServer.simulator().intuit().grants().revoke(PLUMBING);

    HttpResponse<String> answer = kim.open(GATED);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(ConnectJourney.location(answer))
        .startsWith(application.getPath() + "/quickbooks/connect");
    assertThat(kim.open("/quickbooks/connect").body()).contains("QuickBooks has ended");
  }

  @Test
  void nobodyIsAskedToLogInFirst() {
    HttpResponse<String> page = anybody().open(GATED);
    HttpResponse<String> script = anybody().fetch("/quickbooks/status");

    assertThat(page.statusCode()).isEqualTo(401);
    assertThat(script.statusCode()).isEqualTo(401);
  }
}
