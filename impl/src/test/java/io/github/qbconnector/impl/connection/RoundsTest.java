package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.event.ReconnectRequired;
import io.github.qbconnector.event.Restored;
import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.gate.GateDecision.Verdict;
import io.github.qbconnector.impl.connection.LinkFlow.Begun;
import io.github.qbconnector.impl.testing.DesktopBench;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.conductor.Latency;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SimulatorExtension.class)
class RoundsTest {
  private final QuickBooksSimulator simulator;
  private final DesktopBench bench;

  RoundsTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new DesktopBench(simulator, Map.of("quickbooks.gate.wait", "PT1S"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private String connected() {
    String endUser = bench.connect("june");
    simulator.requests().clear();
    bench.events.clear();
    return endUser;
  }

  private void machine(DesktopState state) {
    simulator.conductor().desktops().set(bench.endUser("june"), state);
  }

  private static ConnectionStatus status(GateDecision decision) {
    return decision.status().orElseThrow();
  }

  private void later(Duration time) {
    simulator.clock().advance(time);
  }

  private @Nullable Flight underWay() {
    return bench.lifecycle.known("june").flight.get();
  }

  private void awaitRound() {
    Flight flight = underWay();
    if (flight != null) {
      flight.join();
    }
  }

  private long rounds() {
    return bench.count(EndpointKind.END_USERS);
  }

  private long healthChecks() {
    return bench.count(EndpointKind.HEALTH_CHECK);
  }

  @Test
  void whoNeverConnectedIsSentToConnectWithoutACall() {
    assertThat(bench.decide("june").verdict()).isEqualTo(Verdict.CONNECT);
    assertThat(simulator.requests().list()).isEmpty();
  }

  @Test
  void youngEvidencePassesWithoutACall() {
    connected();
    later(Duration.ofMinutes(7));
    assertThat(bench.decide("june")).isSameAs(GateDecision.PASS);
    assertThat(simulator.requests().list()).isEmpty();
  }

  @Test
  void thousandGatedRequestsCostOneRoundAtMost() {
    connected();
    for (int i = 0; i < 500; i++) {
      assertThat(bench.decide("june")).isSameAs(GateDecision.PASS);
    }
    later(Duration.ofMinutes(8));
    for (int i = 0; i < 500; i++) {
      assertThat(bench.decide("june")).isSameAs(GateDecision.PASS);
      awaitRound();
    }
    assertThat(rounds()).isEqualTo(1);
    assertThat(healthChecks()).isLessThanOrEqualTo(1);
    assertThat(bench.count(EndpointKind.ANY)).isLessThanOrEqualTo(2);
  }

  @Test
  void twoHundredAtAColdOneShareOneRoundAndNoneWaitsForItsEnd() throws Exception {
    connected();
    later(Duration.ofHours(3));
    simulator
        .faults()
        .add(Fault.latency(Duration.ofSeconds(9)).on(EndpointKind.HEALTH_CHECK).once());
    ExecutorService callers = Executors.newFixedThreadPool(200);
    try {
      List<Future<GateDecision>> decisions =
          callers.invokeAll(
              Collections.nCopies(200, (Callable<GateDecision>) () -> bench.decide("june")));
      for (Future<GateDecision> decision : decisions) {
        assertThat(status(decision.get()).state()).isEqualTo(ConnectionState.CHECKING);
      }
    } finally {
      callers.shutdownNow();
    }
    assertThat(underWay()).as("the round all of them asked for").isNotNull();
    simulator.faults().clear();
    awaitRound();
    assertThat(bench.decide("june")).isSameAs(GateDecision.PASS);
    assertThat(rounds()).isEqualTo(1);
    assertThat(healthChecks()).isEqualTo(1);
  }

  @Test
  void whatConductorHasSeenLatelyWakesNobody() {
    String endUser = connected();
    later(Duration.ofHours(3));
    simulator
        .conductor()
        .desktops()
        .lastSuccessfulRequestAt(endUser, simulator.clock().instant().minusSeconds(60));
    assertThat(bench.decide("june")).isSameAs(GateDecision.PASS);
    assertThat(rounds()).isEqualTo(1);
    assertThat(healthChecks()).isZero();
    ConnectionStatus status = bench.connector.connection("june").status();
    assertThat(status.evidence()).isEqualTo(Evidence.END_USER);
    assertThat(Duration.between(status.checkedAt().orElseThrow(), simulator.clock().instant()))
        .isBetween(Duration.ofSeconds(55), Duration.ofSeconds(70));
  }

  @Test
  void whatConductorHasNotSeenLatelyIsAsked() {
    connected();
    later(Duration.ofHours(3));
    assertThat(bench.decide("june")).isSameAs(GateDecision.PASS);
    assertThat(healthChecks()).isEqualTo(1);
    assertThat(bench.connector.connection("june").status().evidence()).isEqualTo(Evidence.PING);
  }

  @ParameterizedTest
  @CsvSource({
    "OFFLINE, DESKTOP_OFFLINE, DESKTOP_NOT_ACTIVE",
    "MODAL_DIALOG, DESKTOP_OFFLINE, DESKTOP_NOT_READY",
    "WRONG_FILE, DESKTOP_OFFLINE, DESKTOP_NOT_READY",
    "PROGRAM_CLOSED, DESKTOP_OFFLINE, DESKTOP_NOT_READY",
    "OTHER_MODE, DESKTOP_OFFLINE, DESKTOP_NOT_READY",
    "NOT_AUTHORIZED, DESKTOP_OFFLINE, DESKTOP_NOT_READY",
    "NO_PERMISSION, DESKTOP_OFFLINE, DESKTOP_NOT_READY",
    "NOT_SINGLE_USER, DESKTOP_OFFLINE, DESKTOP_NOT_READY",
    "CONNECTION_ERROR, DESKTOP_OFFLINE, DESKTOP_NOT_READY",
    "TIMEOUT, DESKTOP_OFFLINE, DESKTOP_TIMEOUT",
    "DENIED, RECONNECT_REQUIRED, ACCESS_DENIED",
    "NONE, RECONNECT_REQUIRED, NOT_SET_UP",
  })
  void troubleOnTheMachineStopsWithConductorsWordsAndMendsByItself(
      DesktopState machine, ConnectionState state, StatusReason reason) {
    connected();
    simulator.conductor().desktops().longestTimeout(Duration.ofMillis(50));
    machine(machine);
    later(Duration.ofHours(3));
    ConnectionStatus found = status(bench.decide("june"));
    assertThat(found.state()).isEqualTo(state);
    assertThat(found.reason()).isEqualTo(reason);
    assertThat(found.requestId()).isPresent();
    assertThat(found.userMessage()).get().asString().contains("QuickBooks");
    long asked = healthChecks();
    // While the pause lasts nobody is asked again.
    assertThat(status(bench.decide("june")).state()).isEqualTo(state);
    assertThat(healthChecks()).isEqualTo(asked);

    machine(DesktopState.ACTIVE);
    later(Duration.ofMinutes(1));
    assertThat(bench.decide("june")).isSameAs(GateDecision.PASS);
    assertThat(bench.events).filteredOn(Restored.class::isInstance).hasSize(1);
    assertThat(bench.events)
        .filteredOn(ReconnectRequired.class::isInstance)
        .hasSize(state == ConnectionState.RECONNECT_REQUIRED ? 1 : 0);
    assertThat(bench.find("june")).isNotNull();
  }

  @Test
  void anAnswerThatTheMachineIsOffStopsEvenWhenOlderEvidenceIsGood() {
    connected();
    later(Duration.ofMinutes(20));
    machine(DesktopState.OFFLINE);
    assertThat(status(bench.decide("june")).state()).isEqualTo(ConnectionState.DESKTOP_OFFLINE);
  }

  @Test
  void anOutageOfConductorLetsOlderEvidenceStandForAWhile() {
    connected();
    simulator.faults().add(Fault.status(503));
    later(Duration.ofMinutes(20));
    assertThat(bench.decide("june")).isSameAs(GateDecision.PASS);
    later(Duration.ofMinutes(45));
    ConnectionStatus found = status(bench.decide("june"));
    assertThat(found.state()).isEqualTo(ConnectionState.PROVIDER_DOWN);
    assertThat(found.reason()).isEqualTo(StatusReason.PROVIDER_ERROR);
    simulator.faults().clear();
    later(Duration.ofMinutes(1));
    assertThat(bench.decide("june")).isSameAs(GateDecision.PASS);
  }

  @Test
  void aWrongSecretKeyIsOperationsMatterAndNoUsers() {
    connected();
    bench.keys.set("quickbooks.desktop.secret-key", "sk_conductor_wrong");
    later(Duration.ofHours(3));
    GateDecision decision = bench.decide("june");
    assertThat(decision.verdict()).isEqualTo(Verdict.UNAVAILABLE);
    assertThat(status(decision).state()).isEqualTo(ConnectionState.MISCONFIGURED);
    assertThat(status(decision).reason()).isEqualTo(StatusReason.CLIENT_REFUSED);
    assertThat(bench.events).filteredOn(ReconnectRequired.class::isInstance).isEmpty();
    assertThat(simulator.conductor().endUsers().list()).hasSize(1);
    bench.keys.set("quickbooks.desktop.secret-key", "sk_conductor_sim");
    later(Duration.ofSeconds(2));
    assertThat(bench.decide("june")).isSameAs(GateDecision.PASS);
  }

  @Test
  void anotherProjectsSecretKeyMakesNobodyReconnect() {
    connected();
    simulator.conductor().projects().add("sk_conductor_other", "pk_conductor_other");
    bench.keys.set("quickbooks.desktop.secret-key", "sk_conductor_other");
    later(Duration.ofHours(3));
    GateDecision decision = bench.decide("june");
    assertThat(decision.verdict()).isEqualTo(Verdict.UNAVAILABLE);
    assertThat(status(decision).state()).isEqualTo(ConnectionState.MISCONFIGURED);
    assertThat(status(decision).reason()).isEqualTo(StatusReason.END_USER_MISSING);
    assertThat(bench.events).isEmpty();
    assertThat(simulator.conductor().endUsers().list()).hasSize(1);
    bench.keys.set("quickbooks.desktop.secret-key", "sk_conductor_sim");
    later(Duration.ofSeconds(2));
    assertThat(bench.decide("june")).isSameAs(GateDecision.PASS);
  }

  @Test
  void anotherProjectsPublishableKeyIsFoundWithoutACall() {
    connected();
    bench.keys.set("quickbooks.desktop.publishable-key", "pk_conductor_other");
    later(Duration.ofSeconds(2));
    ConnectionStatus found = status(bench.decide("june"));
    assertThat(found.state()).isEqualTo(ConnectionState.MISCONFIGURED);
    assertThat(found.reason()).isEqualTo(StatusReason.CLIENT_CHANGED);
    assertThat(simulator.requests().list()).isEmpty();
  }

  @Test
  void developersWordsAreNotShownToUsers() {
    connected();
    later(Duration.ofHours(3));
    simulator
        .faults()
        .add(
            Fault.envelope("INTERNAL_ERROR", "INTERNAL", 500)
                .userFacingMessage("stack trace at line 7")
                .on(EndpointKind.END_USERS));
    ConnectionStatus found = status(bench.decide("june"));
    assertThat(found.state()).isEqualTo(ConnectionState.PROVIDER_DOWN);
    assertThat(found.userMessage()).get().asString().doesNotContain("stack trace");
  }

  @Test
  void theGateNoticesAFinishedSetUp() {
    Begun.Opened opened =
        (Begun.Opened) bench.flow.begin("june", false, null, DesktopBench.AFTERWARDS, "June");
    assertThat(bench.decide("june").verdict()).isEqualTo(Verdict.CONNECT);
    simulator.conductor().connect(URI.create(opened.link().url().reveal()));
    later(Duration.ofSeconds(4));
    assertThat(bench.decide("june")).isSameAs(GateDecision.PASS);
    assertThat(healthChecks()).isZero();
  }

  @Test
  void watchingASetUpAsksEveryThreeSecondsAndNoOftener() {
    Begun unused = bench.flow.begin("june", false, null, DesktopBench.AFTERWARDS, "June");
    simulator.requests().clear();
    for (int i = 0; i < 100; i++) {
      bench.lifecycle.lookAgain("june");
      awaitRound();
    }
    assertThat(rounds()).isEqualTo(1);
    later(Duration.ofSeconds(3));
    bench.lifecycle.lookAgain("june");
    awaitRound();
    assertThat(rounds()).isEqualTo(2);
    assertThat(healthChecks()).isZero();
  }

  @Test
  void aMachineThatIsSetUpAgainIsNoticedWithoutPings() {
    connected();
    machine(DesktopState.DENIED);
    later(Duration.ofHours(3));
    assertThat(bench.decide("june").verdict()).isEqualTo(Verdict.CONNECT);
    Begun.Opened opened =
        (Begun.Opened) bench.flow.begin("june", false, null, DesktopBench.AFTERWARDS, "June");
    assertThat(bench.connector.connection("june").status().state())
        .isEqualTo(ConnectionState.CONNECTING);
    later(Duration.ofSeconds(1));
    simulator.conductor().connect(URI.create(opened.link().url().reveal()));
    long pings = healthChecks();
    later(Duration.ofSeconds(4));
    bench.lifecycle.lookAgain("june");
    awaitRound();
    assertThat(bench.connector.connection("june").status().isConnected()).isTrue();
    assertThat(healthChecks()).isEqualTo(pings);
    assertThat(bench.stored("june").link()).isNull();
  }

  @Test
  void aHangingConductorHoldsNobody() {
    connected();
    simulator.faults().add(Fault.of(FaultKind.HANG).on(EndpointKind.END_USERS));
    later(Duration.ofHours(3));
    assertThat(status(bench.decide("june")).state()).isEqualTo(ConnectionState.CHECKING);
    Flight hanging = underWay();
    assertThat(hanging).isNotNull();
    // Would each of these wait anew, the time limit of the call would be over before the last.
    for (int i = 0; i < 20; i++) {
      assertThat(status(bench.decide("june")).state()).isEqualTo(ConnectionState.CHECKING);
    }
    assertThat(underWay()).isSameAs(hanging);
    simulator.faults().clear();
  }

  @Test
  void aDisconnectWhileARoundIsUnderWayStays() {
    connected();
    later(Duration.ofHours(3));
    simulator
        .conductor()
        .desktops()
        .latency(new Latency(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(2)));
    GateDecision waiting = bench.decide("june");
    assertThat(waiting.passes()).isFalse();
    bench.connector.connection("june").disconnect();
    awaitRound();
    assertThat(bench.connector.connection("june").status().reason())
        .isEqualTo(StatusReason.DISCONNECTED);
    assertThat(bench.decide("june").verdict()).isEqualTo(Verdict.CONNECT);
  }

  @Test
  void oldSuccessAtConductorIsNoFreshEvidence() {
    String endUser = connected();
    Instant success = simulator.clock().instant().minus(Duration.ofHours(2));
    later(Duration.ofHours(3));
    simulator.conductor().desktops().lastSuccessfulRequestAt(endUser, success);
    machine(DesktopState.OFFLINE);
    assertThat(status(bench.decide("june")).state()).isEqualTo(ConnectionState.DESKTOP_OFFLINE);
  }
}
