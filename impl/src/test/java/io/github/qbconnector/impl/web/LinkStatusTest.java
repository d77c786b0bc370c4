package io.github.qbconnector.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.impl.json.Json;
import io.github.qbconnector.impl.testing.TestBrowser;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.core.EndpointKind;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a waiting page is told, and what being told costs. */
class LinkStatusTest extends DesktopPageTest {
  LinkStatusTest(QuickBooksSimulator simulator) {
    super(simulator);
  }

  private URI link() {
    return assertLeadsToConductor(browser.press(waitingPage(), "Go on here: this is the computer"));
  }

  /** Nothing is on its way to Conductor any more. */
  private void settle() {
    bench.connector.connection("june").ping();
    simulator.requests().clear();
  }

  @Test
  void aFinishedSetUpIsFollowedByOneQuestionThatWakesNobody() {
    URI link = link();
    settle();
    simulator.conductor().connect(link);
    simulator.clock().advance(Duration.ofSeconds(4));
    JsonObject status = Json.object(browser.getUntil(STATUS, "\"CONNECTED\"").body()).orElseThrow();
    assertThat(status.getString("product")).isEqualTo("DESKTOP");
    assertThat(status.getString("reason")).isEqualTo("NONE");
    assertThat(status.getString("companyName")).isEqualTo("Juniper & Slate");
    assertThat(status.getString("connectUrl")).isEqualTo(CONNECT);
    assertThat(status).doesNotContainKey("userMessage");
    assertThat(simulator.requests().count(EndpointKind.END_USERS)).isEqualTo(1);
    assertThat(simulator.requests().count(EndpointKind.HEALTH_CHECK)).isZero();
  }

  @Test
  void askingOftenDoesNotAskConductorOften() {
    link();
    settle();
    simulator.clock().advance(Duration.ofSeconds(4));
    for (int i = 0; i < 20; i++) {
      assertThat(browser.get(STATUS).body()).contains("\"state\":\"CONNECTING\"");
    }
    bench.connector.connection("june").ping();
    assertThat(simulator.requests().count(EndpointKind.END_USERS))
        .as("one for the page, at most one for the ping")
        .isBetween(1L, 2L);
    assertThat(simulator.requests().count(EndpointKind.HEALTH_CHECK)).isZero();
  }

  @Test
  void whatIsKnownToBeGoodIsToldWithoutAsking() {
    bench.connect("june");
    settle();
    for (int i = 0; i < 50; i++) {
      assertThat(browser.get(STATUS).body()).contains("\"state\":\"CONNECTED\"");
      browser.get(CONNECT);
    }
    assertThat(simulator.requests().list()).isEmpty();
  }

  @Test
  void whoNeverConnectedCostsNothing() {
    assertThat(browser.get(STATUS).body())
        .contains("\"state\":\"NOT_CONNECTED\"", "\"reason\":\"NEVER_CONNECTED\"");
    bench.connect("june");
    bench.connector.connection("june").disconnect();
    simulator.requests().clear();
    assertThat(browser.get(STATUS).body()).contains("\"reason\":\"DISCONNECTED\"");
    assertThat(simulator.requests().list()).isEmpty();
  }

  @Test
  void anOpenPageOfAnotherSetUpGoesOnWaiting() {
    link();
    simulator.conductor().desktops().set(bench.endUser("june"), DesktopState.STARTED);
    settle();
    simulator.clock().advance(Duration.ofSeconds(4));
    assertThat(browser.get(STATUS).body()).contains("\"state\":\"CONNECTING\"");
    assertThat(bench.connector.connection("june").ping().state())
        .isEqualTo(ConnectionState.CONNECTING);
  }

  @Test
  void itIsForTheOwnerAndHoldsNoSecret() {
    link();
    WebAnswer status = browser.get(STATUS + "?return=/invoices");
    assertThat(status.headers())
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Content-Type", "application/json;charset=UTF-8");
    assertThat(status.body())
        .contains("\"connectUrl\":\"" + CONNECT + "?return=%2Finvoices\"")
        .doesNotContain("auth_sess_", "end_usr_", "invitation", "conductor");
    bench.owner = Optional.of("jasper");
    assertThat(browser.get(STATUS).body()).contains("NEVER_CONNECTED").doesNotContain("Juniper");
    logOut();
    assertThat(new TestBrowser(bench.endpoints).get(STATUS).status()).isEqualTo(401);
  }
}
