package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.TestClient.BAKERY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class ControlApiTest {

  private final QuickBooksSimulator simulator;
  private final TestClient client;

  ControlApiTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.client = new TestClient(simulator);
  }

  private Answer command(String method, String path, String body, String... headers) {
    return TestClient.send(
        TestClient.request(simulator.baseUrl() + "/control" + path, headers)
            .method(method, BodyPublishers.ofString(body)));
  }

  @Test
  void theStateTellsWhoIsConnectedAndNoToken() {
    JsonObject tokens = client.connect(BAKERY);

    Answer state = command("GET", "/state", "");

    assertThat(state.json().keySet())
        .containsExactlyInAnyOrder(
            "clock",
            "companies",
            "grants",
            "faults",
            "clients",
            "tokens",
            "limits",
            "requests",
            "conductor");
    assertThat(state.json().getJsonArray("grants").getJsonObject(0).getString("realmId"))
        .isEqualTo(BAKERY);
    assertThat(state.body())
        .doesNotContain(tokens.getString("refresh_token"), tokens.getString("access_token"));
  }

  @Test
  void theClockMovesAndComesBack() {
    assertThat(command("POST", "/clock", "{\"advanceSeconds\":86400}").json())
        .containsKey("offsetSeconds");
    assertThat(simulator.clock().offset()).isEqualTo(Duration.ofDays(1));

    command("DELETE", "/clock", "");
    assertThat(simulator.clock().offset()).isZero();
  }

  @Test
  void faultsAreOrderedListedAndTakenBack() {
    Answer ordered =
        command(
            "POST",
            "/faults",
            "{\"kind\":\"status\",\"status\":504,\"endpoint\":\"JWKS\",\"times\":5}");
    assertThat(ordered.status()).isEqualTo(200);
    assertThat(client.get("/op/v1/jwks").status()).isEqualTo(504);
    assertThat(command("GET", "/faults", "").body()).contains("\"left\":4");

    command("DELETE", "/faults", "");
    assertThat(client.get("/op/v1/jwks").status()).isEqualTo(200);
  }

  @Test
  void oneFaultIsTakenBackById() {
    command("POST", "/faults", "{\"kind\":\"throttle\",\"retryAfterSeconds\":7}");
    assertThat(client.get("/op/v1/jwks").header("Retry-After")).isEqualTo("7");
    long id = simulator.faults().list().get(0).id();

    assertThat(command("DELETE", "/faults/" + id, "").status()).isEqualTo(204);
    assertThat(command("DELETE", "/faults/" + id, "").status()).isEqualTo(404);
  }

  @Test
  void tokenSettingsChangeOneByOne() {
    Answer answer =
        command(
            "POST",
            "/tokens",
            "{\"rotation\":\"EVERY_USE\",\"graceSeconds\":60,\"concurrentRefreshRevokes\":true}");

    assertThat(answer.text("rotation")).isEqualTo("EVERY_USE");
    assertThat(answer.json().getInt("accessSeconds")).isEqualTo(3600);
    assertThat(simulator.intuit().tokens().rotation()).isEqualTo(Rotation.EVERY_USE);
    assertThat(simulator.intuit().tokens().grace()).isEqualTo(Duration.ofMinutes(1));
    assertThat(simulator.intuit().tokens().concurrentRefreshRevokes()).isTrue();
  }

  @Test
  void aCompanyIsDisconnectedExpiredAndLosesItsAdmin() {
    String access = client.connect(BAKERY).getString("access_token");

    command("POST", "/companies/" + BAKERY + "/remove-admin", "");
    assertThat(client.company(BAKERY, access).body()).contains("\"code\":\"120\"");
    command("POST", "/companies/" + BAKERY + "/restore-admin", "");
    assertThat(client.company(BAKERY, access).status()).isEqualTo(200);
    command("POST", "/companies/" + BAKERY + "/expire-access-tokens", "");
    assertThat(client.company(BAKERY, access).body()).contains("Token expired");
    command("POST", "/companies/" + BAKERY + "/revoke", "");
    assertThat(client.company(BAKERY, access).body()).contains("Token revoked");
    assertThat(command("POST", "/companies/1/revoke", "").status()).isEqualTo(404);
  }

  @Test
  void grantsAreIssuedWithoutABrowserAndRevokedById() {
    JsonObject tokens = command("POST", "/grants", "{\"realmId\":\"" + BAKERY + "\"}").json();
    assertThat(client.refresh(tokens.getString("refresh_token")).status()).isEqualTo(200);

    long id = simulator.intuit().grants().list().get(0).id();
    assertThat(command("DELETE", "/grants/" + id, "").status()).isEqualTo(204);
    assertThat(client.refresh(tokens.getString("refresh_token")).status()).isEqualTo(400);
  }

  @Test
  void companiesAndClientsCanBeAdded() {
    command("POST", "/companies", "{\"realmId\":\"1234567890123\",\"name\":\"New & Co.\"}");
    assertThat(simulator.intuit().companies().find("1234567890123")).isPresent();
    assertThat(command("POST", "/companies", "{\"realmId\":\"1\",\"name\":\"x\"}").status())
        .isEqualTo(400);

    Answer clients =
        command("POST", "/clients", "{\"clientId\":\"two\",\"clientSecret\":\"hush\"}");
    assertThat(clients.body()).contains("two").doesNotContain("hush");
    assertThat(command("DELETE", "/clients/two", "").status()).isEqualTo(204);
  }

  @Test
  void requestsAreListedNewestFirstAndCounted() {
    client.get("/op/v1/jwks");
    client.get("/nowhere");

    assertThat(command("GET", "/requests?limit=1", "").body())
        .contains("/nowhere")
        .doesNotContain("jwks");
    assertThat(command("GET", "/requests/counts", "").json().getInt("JWKS")).isEqualTo(1);
    command("DELETE", "/requests", "");
    assertThat(command("GET", "/requests", "").body()).isEqualTo("[]");
  }

  @Test
  void limitsAreSwitchedOnAndOff() {
    assertThat(command("POST", "/limits", "{\"enabled\":true}").json().getInt("perMinute"))
        .isEqualTo(500);
    assertThat(simulator.intuit().limits().enabled()).isTrue();
    command("POST", "/limits", "{\"enabled\":false}");
    assertThat(simulator.intuit().limits().enabled()).isFalse();
  }

  @Test
  void resetForgetsEverything() {
    client.connect(BAKERY);
    command("POST", "/clock", "{\"advanceSeconds\":5}");

    assertThat(command("POST", "/reset", "").status()).isEqualTo(204);

    assertThat(simulator.intuit().grants().list()).isEmpty();
    assertThat(simulator.clock().offset()).isZero();
  }

  @Test
  void brokenCommandsAreRefusedWithAReason() {
    assertThat(command("POST", "/faults", "{\"kind\":\"sunshine\"}").status()).isEqualTo(400);
    assertThat(command("POST", "/faults", "{}").text("error")).isEqualTo("kind is missing");
    assertThat(command("POST", "/clock", "{\"advanceSeconds\":\"x\"}").status()).isEqualTo(400);
    assertThat(command("POST", "/clock", "[1]").status()).isEqualTo(400);
    assertThat(command("GET", "/nothing", "").status()).isEqualTo(404);
    assertThat(command("PUT", "/clock", "").status()).isEqualTo(405);
  }

  @Test
  void onlyThisMachineMayCommand() {
    SimulatorRequest fromOutside =
        new SimulatorRequest(
            "GET",
            "http://sim.example/simulator",
            "/control/state",
            "",
            Map.of(),
            new byte[0],
            false);

    assertThat(new Simulation().handle(fromOutside).status()).isEqualTo(403);
    assertThat(command("POST", "/reset", "", "Sec-Fetch-Site", "cross-site").status())
        .isEqualTo(403);
  }
}
