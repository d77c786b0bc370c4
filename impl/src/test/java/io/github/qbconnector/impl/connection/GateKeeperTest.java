package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.gate.GateDecision.Verdict;
import io.github.qbconnector.gate.RequestKind;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class GateKeeperTest {
  private final QuickBooksSimulator simulator;
  private final Bench bench;

  GateKeeperTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new Bench(simulator, Map.of("quickbooks.gate.wait", "PT1S"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static ConnectionStatus status(GateDecision decision) {
    return decision.status().orElseThrow();
  }

  private void connect() {
    bench.connect("hanna", Bench.REALM);
    simulator.requests().clear();
  }

  private void awaitRenewal() {
    var flight = bench.lifecycle.known("hanna").flight.get();
    if (flight != null) {
      flight.join();
    }
  }

  @Test
  void nobodyIsSentToTheLogin() {
    assertThat(bench.gate.decide("default", Optional.empty(), RequestKind.NAVIGATION).verdict())
        .isEqualTo(Verdict.LOGIN);
  }

  @Test
  void anUnknownConnectorIsAMistakeOfTheCaller() {
    assertThatThrownBy(
            () -> bench.gate.decide("payrol", Optional.of("hanna"), RequestKind.NAVIGATION))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("payrol");
  }

  @Test
  void whoIsNotConnectedIsSentToConnect() {
    GateDecision decision = bench.decide("hanna");
    assertThat(decision.verdict()).isEqualTo(Verdict.CONNECT);
    assertThat(status(decision).state()).isEqualTo(ConnectionState.NOT_CONNECTED);
  }

  @Test
  void youngEvidencePassesWithoutACall() {
    connect();
    simulator.clock().advance(Duration.ofMinutes(29));
    assertThat(bench.decide("hanna")).isSameAs(GateDecision.PASS);
    assertThat(simulator.requests().list()).isEmpty();
  }

  @Test
  void olderEvidencePassesAndIsRenewedBehind() {
    connect();
    simulator.clock().advance(Duration.ofMinutes(31));
    assertThat(bench.decide("hanna").passes()).isTrue();
    awaitRenewal();
    assertThat(simulator.requests().count(EndpointKind.TOKEN)).isEqualTo(1);
    assertThat(simulator.requests().metered()).isZero();
    assertThat(bench.decide("hanna")).isSameAs(GateDecision.PASS);
    assertThat(simulator.requests().list()).hasSize(1);
  }

  @Test
  void staleEvidenceWaitsForAFreshAnswer() {
    connect();
    simulator.clock().advance(Duration.ofHours(2));
    assertThat(bench.decide("hanna").passes()).isTrue();
    assertThat(simulator.requests().count(EndpointKind.TOKEN)).isEqualTo(1);
  }

  @Test
  void aBadFreshAnswerStopsAStaleConnection() {
    connect();
    simulator.intuit().grants().revoke(Bench.REALM);
    simulator.clock().advance(Duration.ofHours(2));
    GateDecision decision = bench.decide("hanna");
    assertThat(decision.verdict()).isEqualTo(Verdict.CONNECT);
    assertThat(status(decision).reason()).isEqualTo(StatusReason.GRANT_REVOKED);
  }

  @Test
  void noFreshAnswerLetsAStaleConnectionPassForAWhile() {
    connect();
    simulator.clock().advance(Duration.ofHours(2));
    simulator.faults().add(Fault.of(FaultKind.HANG).on(EndpointKind.TOKEN).once());
    assertThat(bench.decide("hanna").passes()).isTrue();
    simulator.faults().clear();
  }

  @Test
  void anOutageLetsPassUntilTheEvidenceIsTooOldAndThenAsksToWait() {
    connect();
    simulator.faults().add(Fault.status(503).on(EndpointKind.TOKEN));
    simulator.clock().advance(Duration.ofHours(3));
    assertThat(bench.decide("hanna").passes()).isTrue();
    simulator.clock().advance(Duration.ofHours(2));
    GateDecision decision = bench.decide("hanna");
    assertThat(decision.verdict()).isEqualTo(Verdict.UNAVAILABLE);
    assertThat(status(decision).state()).isEqualTo(ConnectionState.PROVIDER_DOWN);
    assertThat(decision.retryAfter()).isPresent();
  }

  @Test
  void evidenceTooOldWithoutAnAnswerIsChecking() {
    connect();
    simulator.clock().advance(Duration.ofHours(5));
    simulator.faults().add(Fault.of(FaultKind.HANG).on(EndpointKind.TOKEN).once());
    GateDecision decision = bench.decide("hanna");
    assertThat(decision.verdict()).isEqualTo(Verdict.UNAVAILABLE);
    assertThat(status(decision).state()).isEqualTo(ConnectionState.CHECKING);
    assertThat(decision.retryAfter()).contains(Duration.ofSeconds(2));
    simulator.faults().clear();
  }

  @Test
  void refusedKeysAreNeverTheUsersFault() {
    connect();
    bench.keys.set("quickbooks.online.client-secret", "wrong");
    simulator.clock().advance(Duration.ofHours(2));
    GateDecision decision = bench.decide("hanna");
    assertThat(decision.verdict()).isEqualTo(Verdict.UNAVAILABLE);
    assertThat(status(decision).state()).isEqualTo(ConnectionState.MISCONFIGURED);
  }

  @Test
  void theStoreBeingAwayAsksToWait() {
    bench.store.pull();
    GateDecision decision = bench.decide("hanna");
    assertThat(decision.verdict()).isEqualTo(Verdict.UNAVAILABLE);
    assertThat(status(decision).reason()).isEqualTo(StatusReason.STORE_UNAVAILABLE);
  }

  @Test
  void reportModeLetsEverythingPass() {
    bench.keys.set("quickbooks.gate.mode", "report");
    simulator.clock().advance(Duration.ofSeconds(2));
    assertThat(bench.decide("hanna").passes()).isTrue();
    bench.keys.set("quickbooks.gate.mode", "off");
    simulator.clock().advance(Duration.ofSeconds(2));
    assertThat(bench.gate.decide("default", Optional.empty(), RequestKind.CALL).passes()).isTrue();
  }

  @Test
  void aDisconnectIsObeyedAtOnce() {
    connect();
    bench.connector.connection("hanna").disconnect();
    assertThat(bench.decide("hanna").verdict()).isEqualTo(Verdict.CONNECT);
    assertThat(simulator.intuit().grants().connected(Bench.REALM)).isFalse();
  }

  @Test
  void aThousandGatedRequestsOnAGoodConnectionCostAtMostOneCall() {
    connect();
    for (int i = 0; i < 1_000; i++) {
      assertThat(bench.decide("hanna").passes()).isTrue();
      simulator.clock().advance(Duration.ofSeconds(2));
    }
    awaitRenewal();
    assertThat(simulator.requests().list()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void twoHundredRequestsAtAColdConnectionCostExactlyOneCall() throws Exception {
    connect();
    simulator.clock().advance(Duration.ofHours(6));
    simulator.faults().add(Fault.latency(Duration.ofMillis(200)).on(EndpointKind.TOKEN));
    ExecutorService threads = Executors.newFixedThreadPool(200);
    try {
      Callable<Boolean> request = () -> bench.decide("hanna").passes();
      for (Future<Boolean> passed :
          threads.invokeAll(IntStream.range(0, 200).mapToObj(i -> request).toList())) {
        assertThat(passed.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(simulator.requests().list()).hasSize(1);
  }

  @Test
  void aDayOfBrowsingByAHundredCompaniesCostsNoMeteredCall() {
    List<String> owners = IntStream.range(0, 100).mapToObj(i -> "owner-" + i).toList();
    owners.forEach(
        owner -> {
          String realm = String.valueOf(9_000_000_000_000_000L + owners.indexOf(owner));
          simulator.intuit().companies().add(realm, "Company of " + owner);
          bench.connect(owner, realm);
        });
    simulator.requests().clear();
    for (int minute = 0; minute < 8 * 60; minute += 5) {
      simulator.clock().advance(Duration.ofMinutes(5));
      owners.forEach(owner -> assertThat(bench.decide(owner).passes()).as(owner).isTrue());
    }
    assertThat(simulator.requests().metered()).isZero();
  }

  @Test
  void aWrongClientIdMakesNoneOfAHundredReconnect() {
    List<String> owners = IntStream.range(0, 100).mapToObj(i -> "owner-" + i).toList();
    owners.forEach(owner -> bench.connect(owner, Bench.REALM));
    bench.keys.set("quickbooks.online.client-id", "not-ours");
    simulator.clock().advance(Duration.ofHours(2));
    owners.forEach(
        owner ->
            assertThat(status(bench.decide(owner)).state())
                .isEqualTo(ConnectionState.MISCONFIGURED));
    bench.keys.set("quickbooks.online.client-id", "sim-client");
    simulator.clock().advance(Duration.ofSeconds(2));
    owners.forEach(
        owner -> {
          assertThat(bench.decide(owner).passes()).isTrue();
          assertThat(bench.connector.connection(owner).status().state())
              .isEqualTo(ConnectionState.CONNECTED);
        });
  }
}
