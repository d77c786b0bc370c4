package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.TestClient.BAKERY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class ControlPageTest {

  private final QuickBooksSimulator simulator;
  private final TestClient client;

  ControlPageTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.client = new TestClient(simulator);
  }

  private Answer page() {
    return TestClient.send(TestClient.request(simulator.baseUrl() + "/").GET());
  }

  private Answer press(Map<String, String> form) {
    return TestClient.send(
        TestClient.request(
                simulator.baseUrl() + "/", "Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(TestClient.form(form))));
  }

  @Test
  void thePageShowsCompaniesWhoIsConnectedAndTheLastRequests() {
    client.connect(BAKERY);

    Answer page = page();

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("Harbor Street Bakery", BAKERY, "sim-client")
        .contains("POST /oauth2/v1/tokens/bearer", "authorization_code")
        .contains("101 days ahead", "aria-label=\"Disconnect, Harbor Street Bakery\"")
        .doesNotContain("<script");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
  }

  @Test
  void theAddressWithoutASlashLeadsToThePage() {
    Answer answer = TestClient.send(TestClient.request(simulator.baseUrl().toString()).GET());

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo(simulator.baseUrl() + "/");
  }

  @Test
  void buttonsMoveTheClock() {
    assertThat(press(Map.of("action", "advance", "seconds", "8726400")).status()).isEqualTo(303);
    assertThat(simulator.clock().offset()).isEqualTo(Duration.ofDays(101));
    assertThat(page().body()).contains("(moved)");

    press(Map.of("action", "reset-clock"));
    assertThat(simulator.clock().offset()).isZero();
  }

  @Test
  void buttonsDisconnectACompany() {
    client.connect(BAKERY);

    press(Map.of("action", "revoke", "realmId", BAKERY));

    assertThat(simulator.intuit().grants().connected(BAKERY)).isFalse();
  }

  @Test
  void theAdminGoesAndComesBack() {
    press(Map.of("action", "remove-admin", "realmId", BAKERY));
    assertThat(simulator.intuit().grants().hasAdmin(BAKERY)).isFalse();
    assertThat(page().body()).contains("Restore admin");

    press(Map.of("action", "restore-admin", "realmId", BAKERY));
    assertThat(simulator.intuit().grants().hasAdmin(BAKERY)).isTrue();
  }

  @Test
  void faultsAreSwitchedOnAndOff() {
    press(Map.of("action", "add-fault", "kind", "STATUS", "endpoint", "TOKEN", "times", "0"));
    assertThat(simulator.faults().list().get(0).fault().kind()).isEqualTo(FaultKind.STATUS);
    assertThat(page().body()).contains("STATUS on TOKEN, until switched off");

    press(
        Map.of(
            "action",
            "remove-fault",
            "fault",
            Long.toString(simulator.faults().list().get(0).id())));
    assertThat(simulator.faults().list()).isEmpty();
  }

  @Test
  void anUnknownActionIsExplained() {
    Answer answer = press(Map.of("action", "dance"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("There is no such action");
  }
}
