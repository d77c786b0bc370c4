package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.ConductorTestClient.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.conductor.Generation;
import io.github.qbconnector.simulator.conductor.Latency;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can be ordered over HTTP, and what the page for people shows and does. */
@ExtendWith(SimulatorExtension.class)
class ConductorControlTest {

  private final QuickBooksSimulator simulator;
  private final SimulatedConductor conductor;
  private final ConductorTestClient client;
  private final String endUser;

  ConductorControlTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.conductor = simulator.conductor();
    this.client = new ConductorTestClient(simulator);
    this.endUser = client.connected("Acme & Sons");
  }

  private Answer control(String method, String path, String body) {
    return TestClient.send(
        TestClient.request(simulator.baseUrl() + "/control/conductor" + path)
            .method(method, BodyPublishers.ofString(body)));
  }

  private Answer endUser(String command, String body) {
    return control("POST", "/end-users/" + endUser + "/" + command, body);
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
  void theStateTellsEverythingButSecretKeys() {
    client.link(endUser);

    Answer conductorState = control("GET", "", "");
    Answer whole = TestClient.send(TestClient.request(simulator.baseUrl() + "/control/state"));

    assertThat(conductorState.body())
        .contains(endUser, "pk_conductor_sim", "authFlowUrl", "\"generation\":\"BOTH\"")
        .doesNotContain("sk_conductor_sim");
    assertThat(whole.json().getJsonObject("conductor")).isEqualTo(conductorState.json());
  }

  @Test
  void endUsersComeGoAndChangeTheirState() {
    Answer added =
        control(
            "POST",
            "/end-users",
            "{\"companyName\":\"New\",\"sourceId\":\"new\",\"email\":\"n@example.com\"}");
    String id = added.text("id");

    assertThat(added.text("state")).isEqualTo("NONE");
    assertThat(
            control("POST", "/end-users/" + id + "/state", "{\"state\":\"wrong-file\"}").status())
        .isEqualTo(204);
    assertThat(conductor.desktops().state(id)).isEqualTo(DesktopState.WRONG_FILE);
    assertThat(control("GET", "/end-users", "").body()).contains("WRONG_FILE");
    assertThat(control("DELETE", "/end-users/" + id, "").status()).isEqualTo(204);
    assertThat(control("DELETE", "/end-users/" + id, "").status()).isEqualTo(404);
    assertThat(control("POST", "/end-users/" + id + "/state", "{}").status()).isEqualTo(404);
  }

  @Test
  void everythingAboutAMachineCanBeOrdered() {
    endUser("state", "{\"state\":\"CONNECTION_ERROR\",\"integrationCode\":\"0x99\"}");
    assertThat(error(client.healthCheck(endUser)).getString("integrationCode")).isEqualTo("0x99");

    endUser("state", "{\"state\":\"ACTIVE\"}");
    endUser("refuse-next", "{\"integrationCode\":\"3250\"}");
    assertThat(error(client.desktop("GET", "/company", endUser, "")).getString("integrationCode"))
        .isEqualTo("3250");

    endUser("last-success", "{\"at\":\"2020-01-01T00:00:00Z\"}");
    assertThat(conductor.endUsers().find(endUser).orElseThrow().lastSuccessfulRequestAt())
        .contains(Instant.parse("2020-01-01T00:00:00Z"));
    endUser("last-success", "{\"at\":null}");
    assertThat(conductor.endUsers().find(endUser).orElseThrow().lastSuccessfulRequestAt())
        .isEmpty();

    endUser("data", "{\"clear\":true,\"addCustomers\":2,\"addInvoices\":3}");
    assertThat(conductor.desktops().data(endUser).customers().list()).hasSize(2);
    assertThat(conductor.desktops().data(endUser).invoices().list()).hasSize(3);

    String invoice = conductor.desktops().data(endUser).invoices().list().get(0).getString("id");
    endUser("lock-next-write", "{\"recordId\":\"" + invoice + "\"}");
    assertThat(
            error(client.desktop("DELETE", "/invoices/" + invoice, endUser, ""))
                .getString("integrationCode"))
        .isEqualTo("3175");

    endUser("state", "{\"state\":\"TIMEOUT\"}");
    endUser("timeout-applies-writes", "{\"applies\":true}");
    control("POST", "/settings", "{\"longestTimeoutMillis\":1}");
    client.desktop("DELETE", "/invoices/" + invoice, endUser, "");
    assertThat(conductor.desktops().data(endUser).invoices().find(invoice)).isEmpty();

    assertThat(endUser("explode", "{}").status()).isEqualTo(404);
    assertThat(endUser("state", "{\"state\":\"TIRED\"}").status()).isEqualTo(400);
    assertThat(endUser("last-success", "{\"at\":\"yesterday\"}").status()).isEqualTo(400);
  }

  @Test
  void settingsSessionsAndProjectsCanBeChanged() {
    Answer settings =
        control(
            "POST",
            "/settings",
            "{\"generation\":\"OLD\",\"likeLife\":true,\"notActiveStatus\":502,"
                + "\"slownessMillis\":5}");
    assertThat(settings.text("generation")).isEqualTo(Generation.OLD.name());
    assertThat(conductor.desktops().latency()).isEqualTo(Latency.LIKE_LIFE);
    assertThat(conductor.desktops().notActiveStatus()).isEqualTo(502);
    assertThat(conductor.desktops().slowness()).isEqualTo(Duration.ofMillis(5));

    client.link(endUser);
    String session = conductor.sessions().list().get(0).id();
    assertThat(control("POST", "/sessions/" + session + "/expire", "").status()).isEqualTo(204);
    assertThat(control("GET", "/sessions", "").body()).contains(session);

    control("POST", "/projects", "{\"secretKey\":\"sk_2\",\"publishableKey\":\"pk_2\"}");
    client.key = "sk_2";
    assertThat(client.get("/end-users").status()).isEqualTo(200);

    TestClient.send(
        TestClient.request(simulator.baseUrl() + "/control/reset").POST(BodyPublishers.noBody()));
    assertThat(conductor.endUsers().list()).isEmpty();
    assertThat(conductor.sessions().list()).isEmpty();
    assertThat(conductor.desktops().latency()).isEqualTo(Latency.NONE);
    assertThat(client.get("/end-users").status()).isEqualTo(401);
  }

  @Test
  void anEnvelopeCanBeOrderedOverHttp() {
    Answer ordered =
        TestClient.send(
            TestClient.request(simulator.baseUrl() + "/control/faults")
                .POST(
                    BodyPublishers.ofString(
                        """
                        {"kind":"ENVELOPE","endpoint":"HEALTH_CHECK","endUserId":"%s","times":1,
                        "type":"INTEGRATION_CONNECTION_ERROR","code":"NEW_ONE","status":409,
                        "integrationCode":"0x7","message":"m","userFacingMessage":"u"}"""
                            .formatted(endUser))));

    assertThat(ordered.body()).contains("\"code\":\"NEW_ONE\"", endUser);
    Answer answer = client.healthCheck(endUser);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(error(answer).getString("userFacingMessage")).isEqualTo("u");
    assertThat(error(answer).getString("integrationCode")).isEqualTo("0x7");
    assertThat(
            TestClient.send(TestClient.request(simulator.baseUrl() + "/control/requests?limit=1"))
                .body())
        .contains("\"errorCode\":\"NEW_ONE\"", "\"endUserId\":\"" + endUser + "\"");
  }

  @Test
  void thePageShowsEndUsersAndSwitchesTheirState() {
    String link = client.link(endUser).toString();

    Answer page = page();

    assertThat(page.body())
        .contains("Acme &amp; Sons", endUser, "aria-label=\"State, Acme &amp; Sons\"")
        .contains(link.replace("&", "&amp;"))
        .contains("POST /auth-sessions")
        .doesNotContain("sk_conductor_sim", "<script");
    assertThat(
            press(Map.of("action", "desktop-state", "endUserId", endUser, "state", "OFFLINE"))
                .status())
        .isEqualTo(303);
    assertThat(conductor.desktops().state(endUser)).isEqualTo(DesktopState.OFFLINE);
    assertThat(page().body()).contains("<option selected>OFFLINE</option>");

    press(Map.of("action", "serve", "generation", "CURRENT"));
    press(Map.of("action", "latency", "like", "life"));
    press(Map.of("action", "expire-session", "session", conductor.sessions().list().get(0).id()));
    assertThat(page().body()).contains("<strong id=\"generation\">CURRENT</strong>");
    assertThat(conductor.desktops().latency()).isEqualTo(Latency.LIKE_LIFE);
    press(Map.of("action", "delete-end-user", "endUserId", endUser));
    assertThat(page().body()).contains("There is no end-user yet");
  }

  @Test
  void thePageShowsWhyARequestFailed() {
    simulator.faults().add(Fault.envelope("INTERNAL_ERROR", "OUT_OF_ORDER", 500).once());
    client.healthCheck(endUser);

    assertThat(page().body()).contains("500 OUT_OF_ORDER ENVELOPE", endUser);
  }
}
