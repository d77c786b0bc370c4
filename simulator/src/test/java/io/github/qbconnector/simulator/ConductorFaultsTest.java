package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.ConductorTestClient.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.core.Faults;
import io.github.qbconnector.simulator.core.LoggedRequest;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class ConductorFaultsTest {

  private final QuickBooksSimulator simulator;
  private final Faults faults;
  private final ConductorTestClient client;
  private final String endUser;

  ConductorFaultsTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.faults = simulator.faults();
    this.client = new ConductorTestClient(simulator);
    this.endUser = client.connected("Acme");
  }

  private LoggedRequest last() {
    return simulator.requests().last().orElseThrow();
  }

  @Test
  void anyErrorOfConductorsCanBeOrdered() {
    faults.add(
        Fault.envelope("PERMISSION_ERROR", "NOT_ALLOWED", 403)
            .integrationCode("0x1")
            .message("for us")
            .userFacingMessage("for you")
            .on(EndpointKind.END_USERS)
            .once());

    Answer answer = client.get("/end-users");
    JsonObject error = error(answer);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(error.getString("type")).isEqualTo("PERMISSION_ERROR");
    assertThat(error.getString("code")).isEqualTo("NOT_ALLOWED");
    assertThat(error.getString("integrationCode")).isEqualTo("0x1");
    assertThat(error.getString("message")).isEqualTo("for us");
    assertThat(error.getString("userFacingMessage")).isEqualTo("for you");
    assertThat(error.getInt("httpStatusCode")).isEqualTo(403);
    assertThat(error.getString("requestId")).isEqualTo(answer.header("Conductor-Request-Id"));
    assertThat(last().errorCode()).contains("NOT_ALLOWED");
    assertThat(last().fault()).contains(FaultKind.ENVELOPE);
    assertThat(client.get("/end-users").status()).isEqualTo(200);
  }

  @Test
  void aFaultCanBeForOneEndUser() {
    String other = client.connected("Other");
    faults.add(Fault.status(502).forEndUser(other));

    assertThat(client.healthCheck(endUser).status()).isEqualTo(200);
    assertThat(client.healthCheck(other).status()).isEqualTo(502);
    assertThat(client.passthrough(other, "{\"HostQueryRq\":{}}").status()).isEqualTo(502);
    assertThat(client.get("/end-users/" + other).status()).isEqualTo(502);
    assertThat(client.createSession(other, "").status()).isEqualTo(502);
    assertThat(client.get("/end-users").status()).isEqualTo(200);
  }

  @Test
  void anEnvelopeNeverStrikesIntuitAndIntuitsFaultsNeverConductor() {
    faults.add(Fault.envelope("INTERNAL_ERROR", "X", 500));
    faults.add(Fault.of(FaultKind.FAULT_200));
    faults.add(Fault.of(FaultKind.AUTH_120));

    assertThat(client.get("/end-users").status()).isEqualTo(500);
    Answer token = new TestClient(simulator).token(Map.of("grant_type", "refresh_token"));
    assertThat(token.status()).isEqualTo(200);
    assertThat(token.body()).contains("Fault");
  }

  @Test
  void gatewaysAnswerWithPagesAndLimitsWithText() {
    faults.add(Fault.status(503).once());
    faults.add(Fault.throttle(Duration.ofSeconds(7)).once());
    faults.add(Fault.of(FaultKind.HTML_200).once());
    faults.add(Fault.of(FaultKind.MALFORMED).once());
    faults.add(Fault.huge(100_000).once());

    Answer page = client.get("/end-users");
    Answer limited = client.get("/end-users");
    Answer html = client.get("/end-users");
    Answer half = client.get("/end-users");
    Answer huge = client.get("/end-users");

    assertThat(page.status()).isEqualTo(503);
    assertThat(page.body()).contains("<html>");
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.header("Retry-After")).isEqualTo("7");
    assertThat(html.status()).isEqualTo(200);
    assertThat(html.header("Content-Type")).isEqualTo("text/html");
    assertThat(half.body()).startsWith("{\"objectType\"").doesNotEndWith("}");
    assertThat(huge.body()).hasSize(100_000);
  }

  @Test
  void aConnectionThatIsCutMayHaveDoneItsWork() {
    faults.add(Fault.of(FaultKind.DROP_BEFORE).on(EndpointKind.END_USERS).once());
    assertThatThrownBy(() -> client.createEndUser("One", "one")).hasMessageNotContaining("200");
    assertThat(simulator.conductor().endUsers().findBySourceId("one")).isEmpty();

    faults.add(Fault.of(FaultKind.DROP_AFTER_SEND).on(EndpointKind.END_USERS).once());
    assertThatThrownBy(() -> client.createEndUser("Two", "two")).hasMessageNotContaining("200");
    assertThat(simulator.conductor().endUsers().findBySourceId("two")).isPresent();
    assertThat(last().cut()).isTrue();
  }

  @Test
  void aRequestThatHangsIsInTheLogWhileItHangs() {
    simulator.requests().clear();
    faults.add(Fault.of(FaultKind.HANG_AFTER_SEND).on(EndpointKind.PASSTHROUGH).once());
    CompletableFuture<Answer> hanging =
        CompletableFuture.supplyAsync(() -> client.passthrough(endUser, "{\"HostQueryRq\":{}}"));
    while (simulator.requests().count(EndpointKind.PASSTHROUGH) == 0) {
      Thread.onSpinWait();
    }

    assertThat(hanging).isNotDone();
    assertThat(client.desktop("GET", "/company", endUser, "").status())
        .as("a caller that hangs does not occupy the machine")
        .isEqualTo(200);
    faults.clear();
    assertThatThrownBy(hanging::join).isNotNull();
  }

  @Test
  void answersCanBeLate() {
    faults.add(Fault.latency(Duration.ofMillis(60)).on(EndpointKind.AUTH_SESSIONS));
    long start = System.nanoTime();

    assertThat(client.createSession(endUser, "").status()).isEqualTo(200);

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(60));
  }
}
