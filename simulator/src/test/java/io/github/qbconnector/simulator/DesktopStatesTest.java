package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.ConductorTestClient.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.conductor.Desktops;
import io.github.qbconnector.simulator.conductor.Latency;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SimulatorExtension.class)
class DesktopStatesTest {

  private static final String INVOICE =
      "{\"customerId\":\"%s\",\"transactionDate\":\"2026-01-31\",\"memo\":\"mine\"}";

  private final QuickBooksSimulator simulator;
  private final Desktops desktops;
  private final ConductorTestClient client;
  private final String endUser;

  DesktopStatesTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.desktops = simulator.conductor().desktops();
    this.client = new ConductorTestClient(simulator);
    this.endUser = client.connected("Acme");
  }

  private Answer createInvoice(String... headers) {
    String customer = desktops.data(endUser).customers().list().get(0).getString("id");
    return client.desktop("POST", "/invoices", endUser, INVOICE.formatted(customer), headers);
  }

  private long mine() {
    return desktops.data(endUser).invoices().list().stream()
        .filter(invoice -> String.valueOf(invoice.get("memo")).contains("mine"))
        .count();
  }

  @ParameterizedTest
  @CsvSource({
    "NONE,409,INTEGRATION_CONNECTION_NOT_SET_UP,",
    "STARTED,409,INTEGRATION_CONNECTION_NOT_SET_UP,",
    "OFFLINE,409,INTEGRATION_CONNECTION_NOT_ACTIVE,",
    "DENIED,502,QBD_CONNECTION_ERROR,0x80040420",
    "MODAL_DIALOG,502,QBD_CONNECTION_ERROR,0x80040414",
    "WRONG_FILE,502,QBD_CONNECTION_ERROR,0x8004040A",
    "OTHER_MODE,502,QBD_CONNECTION_ERROR,0x80040410",
    "PROGRAM_CLOSED,502,QBD_CONNECTION_ERROR,0x80040408",
    "NOT_AUTHORIZED,502,QBD_CONNECTION_ERROR,0x80040418",
    "NO_PERMISSION,502,QBD_CONNECTION_ERROR,0x8004041A",
    "NOT_SINGLE_USER,502,QBD_CONNECTION_ERROR,0x80040422",
    "CONNECTION_ERROR,502,QBD_CONNECTION_ERROR,0x80040402"
  })
  void aMachineThatCannotBeUsedIsReportedAsConductorDoes(
      DesktopState state, int status, String code, String integrationCode) {
    desktops.set(endUser, state);

    for (Answer answer :
        new Answer[] {
          client.healthCheck(endUser),
          client.get("/end-users/" + endUser + "/ping/quickbooks_desktop"),
          client.passthrough(endUser, "{\"HostQueryRq\":{}}"),
          client.desktop("GET", "/company", endUser, "")
        }) {
      JsonObject error = error(answer);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(error.getInt("httpStatusCode")).isEqualTo(status);
      assertThat(error.getString("type")).isEqualTo("INTEGRATION_CONNECTION_ERROR");
      assertThat(error.getString("code")).isEqualTo(code);
      assertThat(error.getString("integrationCode", null)).isEqualTo(integrationCode);
    }
  }

  @Test
  void everyObstacleHasWordsOfItsOwnForTheUser() {
    Set<String> words = new HashSet<>();
    Set<DesktopState> answering =
        Set.of(DesktopState.ACTIVE, DesktopState.SLOW, DesktopState.STARTED);
    desktops.longestTimeout(Duration.ofMillis(1));
    for (DesktopState state : DesktopState.values()) {
      if (!answering.contains(state)) {
        desktops.set(endUser, state);
        words.add(error(client.healthCheck(endUser)).getString("userFacingMessage"));
      }
    }

    assertThat(words)
        .hasSize(DesktopState.values().length - answering.size())
        .noneMatch(text -> text.contains("internal server error"));
  }

  @Test
  void anyCodeOfTheRequestProcessorCanBeOrdered() {
    desktops.set(endUser, DesktopState.CONNECTION_ERROR, "0x80040408");

    assertThat(error(client.healthCheck(endUser)).getString("integrationCode"))
        .isEqualTo("0x80040408");
  }

  @Test
  void anInactiveConnectionCanAnswer502() {
    desktops.set(endUser, DesktopState.OFFLINE).notActiveStatus(502);

    assertThat(client.healthCheck(endUser).status()).isEqualTo(502);
  }

  @Test
  void aMachineThatComesBackAnswersAgain() {
    desktops.set(endUser, DesktopState.OFFLINE);
    desktops.set(endUser, DesktopState.ACTIVE);

    JsonObject health = client.healthCheck(endUser).json();

    assertThat(health.keySet()).containsExactly("duration", "status");
    assertThat(health.getString("status")).isEqualTo("ok");
  }

  @Test
  void aTimeoutIsAnsweredWithTheSecondsThatWereAskedForButNotWaitedFor() {
    desktops.set(endUser, DesktopState.TIMEOUT).longestTimeout(Duration.ofMillis(10));

    JsonObject usual = error(client.desktop("GET", "/company", endUser, ""));
    JsonObject health = error(client.healthCheck(endUser));
    JsonObject asked =
        error(client.desktop("GET", "/company", endUser, "", "Conductor-Timeout-Seconds", "5"));

    assertThat(usual.getString("message")).isEqualTo("Request timed out after 90 seconds.");
    assertThat(usual.getInt("httpStatusCode")).isEqualTo(504);
    assertThat(usual.getString("code")).isEqualTo("QBD_REQUEST_TIMEOUT");
    assertThat(health.getString("message")).contains("60 seconds");
    assertThat(asked.getString("message")).contains("5 seconds");
    assertThat(simulator.requests().last().orElseThrow().timeout()).contains(Duration.ofSeconds(5));
  }

  @Test
  void aWriteThatTimesOutMayBeInTheBooksOrNot() {
    desktops.set(endUser, DesktopState.TIMEOUT).longestTimeout(Duration.ofMillis(1));

    assertThat(createInvoice().status()).isEqualTo(504);
    assertThat(mine()).isZero();

    desktops.timeoutAppliesWrites(endUser, true);
    assertThat(createInvoice().status()).isEqualTo(504);
    assertThat(mine()).isEqualTo(1);
  }

  @Test
  void requestsThatWaitForATimeoutAreLetGoWithTheFaults() {
    desktops.set(endUser, DesktopState.TIMEOUT).longestTimeout(Duration.ofHours(1));
    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(() -> client.healthCheck(endUser));

    while (!waiting.isDone()) {
      simulator.faults().clear();
      Thread.onSpinWait();
    }

    assertThat(waiting.join().status()).isEqualTo(504);
  }

  @Test
  void aSlowMachineAnswersLateOrTooLate() {
    desktops.set(endUser, DesktopState.SLOW).slowness(Duration.ofMillis(60));
    desktops.longestTimeout(Duration.ofMillis(1));
    long start = System.nanoTime();

    assertThat(client.healthCheck(endUser).status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(60));
    assertThat(client.healthCheck(endUser, "Conductor-Timeout-Seconds", "0.05").status())
        .isEqualTo(504);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "soon", "", "9999999999999"})
  void aTimeoutMustBeAPositiveNumber(String seconds) {
    Answer answer = client.healthCheck(endUser, "Conductor-Timeout-Seconds", seconds);

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void theFirstRequestAfterAQuietTimeIsSlowLikeInLife() {
    desktops.latency(new Latency(Duration.ofMillis(80), Duration.ofMillis(150), Duration.ZERO));
    simulator.clock().advance(Duration.ofMinutes(6));
    long start = System.nanoTime();

    client.healthCheck(endUser);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(150));

    desktops.set(endUser, DesktopState.NONE);
    start = System.nanoTime();
    client.healthCheck(endUser);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(80));
    assertThat(Latency.LIKE_LIFE.cold()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void oneMachineHandlesOneRequestAtATime() {
    desktops.latency(new Latency(Duration.ZERO, Duration.ZERO, Duration.ofMillis(50)));
    long start = System.nanoTime();

    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> client.healthCheck(endUser)),
            CompletableFuture.runAsync(() -> client.healthCheck(endUser)),
            CompletableFuture.runAsync(() -> client.healthCheck(endUser)))
        .join();

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(150));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3210", "3250", "3260"})
  void theNextRequestForDataCanBeRefused(String code) {
    desktops.refuseNext(endUser, code, "Not today.");

    assertThat(client.healthCheck(endUser).status()).isEqualTo(200);
    JsonObject refused = error(createInvoice());

    assertThat(refused.getString("type")).isEqualTo("INTEGRATION_ERROR");
    assertThat(refused.getString("code")).isEqualTo("QBD_REQUEST_ERROR");
    assertThat(refused.getString("integrationCode")).isEqualTo(code);
    assertThat(refused.getString("message"))
        .isEqualTo("QBD Request Error (" + code + "): Not today.");
    assertThat(createInvoice().status()).isEqualTo(200);
  }
}
