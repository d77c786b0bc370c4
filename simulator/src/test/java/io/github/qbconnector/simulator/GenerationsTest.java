package io.github.qbconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.conductor.Generation;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SimulatorExtension.class)
class GenerationsTest {

  private static final String HOST = "{\"HostQueryRq\":{}}";

  private final QuickBooksSimulator simulator;
  private final ConductorTestClient client;
  private final String endUser;

  GenerationsTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.client = new ConductorTestClient(simulator);
    this.endUser = client.connected("Acme");
  }

  private Answer ping() {
    return client.get("/end-users/" + endUser + "/ping/quickbooks_desktop");
  }

  private Answer request() {
    return client.post("/end-users/" + endUser + "/request/quickbooks_desktop", HOST);
  }

  @Test
  void bothGenerationsAreServedAtTheStart() {
    String session = client.createSession(endUser, "").text("id");

    assertThat(ping().json().keySet()).containsExactly("duration");
    assertThat(client.healthCheck(endUser).json().keySet()).containsExactly("duration", "status");
    assertThat(request().body()).isEqualTo(client.passthrough(endUser, HOST).body());
    assertThat(client.get("/auth-sessions/" + session).status()).isEqualTo(200);
    assertThat(simulator.requests().count(EndpointKind.PING)).isEqualTo(1);
    assertThat(simulator.requests().count(EndpointKind.HEALTH_CHECK)).isEqualTo(1);
    assertThat(simulator.requests().count(EndpointKind.PASSTHROUGH)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"CURRENT,200,404", "OLD,404,200"})
  void onlyThePathsOfOneGenerationMayBeServed(Generation generation, int current, int old) {
    String session = client.createSession(endUser, "").text("id");
    simulator.conductor().serve(generation);

    assertThat(client.healthCheck(endUser).status()).isEqualTo(current);
    assertThat(client.passthrough(endUser, HOST).status()).isEqualTo(current);
    assertThat(client.desktop("GET", "/company", endUser, "").status()).isEqualTo(current);
    assertThat(ping().status()).isEqualTo(old);
    assertThat(request().status()).isEqualTo(old);
    assertThat(client.get("/auth-sessions/" + session).status()).isEqualTo(old);
    assertThat(client.get("/end-users/" + endUser).status()).isEqualTo(200);
    assertThat(client.createSession(endUser, "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/quickbooks-desktop/vendors",
    "PUT,/end-users",
    "DELETE,/quickbooks-desktop/customers/1-1",
    "POST,/quickbooks-desktop/invoices/1-1/print",
    "GET,/end-users/",
    "GET,/end-users/x/ping",
    "GET,/nothing"
  })
  void whatIsNotServedIsA404WithoutAnEnvelope(String method, String path) {
    Answer answer = client.send(method, path, "");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.body()).doesNotContain("error\":");
  }
}
