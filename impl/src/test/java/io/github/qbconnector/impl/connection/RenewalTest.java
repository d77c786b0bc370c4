package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.MisconfiguredException;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.event.ReconnectRequired;
import io.github.qbconnector.event.Restored;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.vault.StoredConnection;
import io.github.qbconnector.online.OnlineConnection;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class RenewalTest {
  private final QuickBooksSimulator simulator;
  private final Bench bench;

  RenewalTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new Bench(simulator, Map.of());
  }

  @BeforeEach
  void connect() {
    bench.connect("hanna", Bench.REALM);
    simulator.requests().clear();
    bench.events.clear();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private OnlineConnection connection() {
    return bench.connector.connection("hanna");
  }

  private long tokenCalls() {
    return simulator.requests().count(EndpointKind.TOKEN);
  }

  @Test
  void aValidTokenIsUsedAsItIs() {
    connection().accounting().companyInfo();
    connection().accounting().companyInfo();
    assertThat(tokenCalls()).isZero();
  }

  @Test
  void anExpiredTokenIsRenewedBeforeTheCall() {
    simulator.clock().advance(Duration.ofHours(2));
    connection().accounting().companyInfo();
    assertThat(tokenCalls()).isEqualTo(1);
    assertThat(simulator.requests().count(r -> r.status() == 401)).isZero();
  }

  @Test
  void aTokenRefusedBeforeItsTimeIsRenewedOnce() {
    simulator.intuit().grants().expireAccessTokens(Bench.REALM);
    assertThat(connection().accounting().companyInfo().companyName())
        .isEqualTo("Harbor Street Bakery");
    assertThat(tokenCalls()).isEqualTo(1);
  }

  @Test
  void twoHundredCallersOfOneExpiredTokenShareOneTokenCall() throws Exception {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE).concurrentRefreshRevokes(true);
    simulator.clock().advance(Duration.ofHours(2));
    ExecutorService threads = Executors.newFixedThreadPool(200);
    try {
      Callable<String> call = () -> connection().accounting().companyInfo().companyName();
      List<Future<String>> answers =
          threads.invokeAll(IntStream.range(0, 200).mapToObj(i -> call).toList());
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo("Harbor Street Bakery");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(tokenCalls()).isEqualTo(1);
  }

  @Test
  void aRotatedTokenIsStoredBeforeItIsUsed() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE);
    StoredConnection before = bench.stored("hanna");
    simulator.clock().advance(Duration.ofHours(2));
    bench.store.failReplacements(100);
    assertThatThrownBy(() -> connection().accounting().companyInfo())
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageContaining("QBC0302");
    assertThat(simulator.requests().metered()).isZero();
    assertThat(bench.stored("hanna").generation()).isEqualTo(before.generation());
    assertThat(connection().status().reason()).isEqualTo(StatusReason.STORE_UNAVAILABLE);
  }

  @Test
  void aRotatedTokenTheStoreDidNotTakeIsKeptAndStoredLater() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE);
    simulator.clock().advance(Duration.ofHours(2));
    bench.store.failReplacements(3);
    assertThatThrownBy(() -> connection().accounting().companyInfo())
        .isInstanceOf(ProviderUnavailableException.class);
    simulator.clock().advance(Duration.ofSeconds(10));
    assertThat(connection().accounting().companyInfo().companyName())
        .isEqualTo("Harbor Street Bakery");
    assertThat(tokenCalls()).as("the first answer was not lost").isEqualTo(1);
  }

  @Test
  void aRefusalIsTerminalOnlyWhenNothingNewerIsStored() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE);
    KnownConnection known = bench.lifecycle.known("hanna");
    View old = known.view;
    bench.calls.renewNow("hanna");
    known.view = old; // as a node that has not read the store since
    simulator.clock().advance(Duration.ofMinutes(58));
    connection().accounting().companyInfo();
    assertThat(connection().status().state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(bench.events).noneMatch(e -> e instanceof ReconnectRequired);
  }

  @Test
  void aRevokedGrantAsksTheUserOnceAndNeverAgainCallsIntuit() {
    simulator.intuit().grants().revoke(Bench.REALM);
    simulator.clock().advance(Duration.ofHours(2));
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> connection().accounting().companyInfo())
          .isInstanceOf(ReconnectRequiredException.class);
    }
    assertThat(tokenCalls()).isEqualTo(1);
    assertThat(connection().status().state()).isEqualTo(ConnectionState.RECONNECT_REQUIRED);
    assertThat(connection().status().reason()).isEqualTo(StatusReason.GRANT_REVOKED);
    assertThat(bench.events).filteredOn(e -> e instanceof ReconnectRequired).hasSize(1);
    assertThat(bench.stored("hanna").grant()).as("nothing is deleted").isNotNull();
  }

  @Test
  void aLapsedGrantSaysThatItExpired() {
    simulator.clock().advance(Duration.ofDays(102));
    assertThatThrownBy(() -> connection().accounting().companyInfo())
        .isInstanceOf(ReconnectRequiredException.class);
    assertThat(connection().status().reason()).isEqualTo(StatusReason.GRANT_EXPIRED);
  }

  @Test
  void anOutageKeepsTheGrantAndPausesBeforeTheNextAttempt() {
    simulator.clock().advance(Duration.ofHours(2));
    simulator.faults().add(Fault.status(503).on(EndpointKind.TOKEN));
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> connection().accounting().companyInfo())
          .isInstanceOf(ProviderUnavailableException.class);
    }
    assertThat(tokenCalls()).isEqualTo(1);
    assertThat(connection().status().state()).isEqualTo(ConnectionState.PROVIDER_DOWN);
    simulator.faults().clear();
    simulator.clock().advance(Duration.ofMinutes(2));
    connection().accounting().companyInfo();
    assertThat(connection().status().state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(bench.events).anyMatch(e -> e instanceof Restored);
  }

  @Test
  void everyKindOfBadAnswerToARefreshKeepsTheGrant() {
    List<Fault> faults =
        List.of(
            Fault.status(500),
            Fault.status(502),
            Fault.throttle(),
            Fault.of(FaultKind.MALFORMED),
            Fault.of(FaultKind.HTML_200),
            Fault.of(FaultKind.DROP_BEFORE),
            Fault.huge(1_000_000));
    for (Fault fault : faults) {
      simulator.clock().advance(Duration.ofHours(2));
      simulator.faults().add(fault.on(EndpointKind.TOKEN).once());
      assertThatThrownBy(() -> connection().accounting().companyInfo())
          .as(fault.toString())
          .isInstanceOf(ProviderUnavailableException.class);
      simulator.clock().advance(Duration.ofMinutes(3));
      assertThat(connection().accounting().companyInfo().companyName())
          .as(fault.toString())
          .isEqualTo("Harbor Street Bakery");
    }
  }

  @Test
  void aLostAnswerIsHarmlessWhileIntuitKeepsTheOldToken() {
    simulator.clock().advance(Duration.ofHours(2));
    simulator.faults().add(Fault.of(FaultKind.DROP_AFTER_SEND).on(EndpointKind.TOKEN).once());
    assertThatThrownBy(() -> connection().accounting().companyInfo())
        .isInstanceOf(ProviderUnavailableException.class);
    simulator.clock().advance(Duration.ofMinutes(2));
    assertThat(connection().accounting().companyInfo().companyName())
        .isEqualTo("Harbor Street Bakery");
  }

  @Test
  void aWrongClientAsksNobodyToReconnectAndMendsItself() {
    simulator.clock().advance(Duration.ofHours(2));
    bench.keys.set("quickbooks.online.client-secret", "wrong");
    assertThatThrownBy(() -> connection().accounting().companyInfo())
        .isInstanceOf(MisconfiguredException.class);
    assertThat(connection().status().state()).isEqualTo(ConnectionState.MISCONFIGURED);
    bench.keys.set("quickbooks.online.client-secret", "sim-secret");
    simulator.clock().advance(Duration.ofSeconds(2));
    connection().accounting().companyInfo();
    assertThat(connection().status().state()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void aConnectionOfAnotherClientIsMisconfiguredWithoutACall() {
    bench.keys.set("quickbooks.online.client-id", "another");
    simulator.clock().advance(Duration.ofSeconds(2));
    assertThat(connection().status().state()).isEqualTo(ConnectionState.MISCONFIGURED);
    assertThat(connection().status().reason()).isEqualTo(StatusReason.CLIENT_CHANGED);
    assertThatThrownBy(() -> connection().accounting().companyInfo())
        .isInstanceOf(MisconfiguredException.class);
    assertThat(simulator.requests().list()).isEmpty();
    bench.keys.set("quickbooks.online.client-id", "sim-client");
    simulator.clock().advance(Duration.ofSeconds(2));
    assertThat(connection().status().state()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void losingAccessToTheCompanyEndsTheConnection() {
    simulator.intuit().grants().removeAdmin(Bench.REALM);
    assertThatThrownBy(() -> connection().accounting().companyInfo())
        .isInstanceOf(ReconnectRequiredException.class);
    assertThat(connection().status().reason()).isEqualTo(StatusReason.ACCESS_REMOVED);
  }

  @Test
  void aThrottledCallSaysHowLongToWait() {
    simulator.faults().add(Fault.throttle(Duration.ofSeconds(17)).on(EndpointKind.ACCOUNTING));
    assertThatThrownBy(() -> connection().accounting().companyInfo())
        .isInstanceOfSatisfying(
            ProviderUnavailableException.class,
            e -> {
              assertThat(e.retryAfter()).contains(Duration.ofSeconds(17));
              assertThat(e.providerCode()).contains("3001");
              assertThat(e.requestId()).isPresent();
            });
  }

  @Test
  void theTokenIsRenewedAheadWhileTheCallerGoesOn() {
    simulator.clock().advance(Duration.ofMinutes(57));
    connection().accounting().companyInfo();
    assertThat(simulator.requests().count(r -> r.status() == 401)).isZero();
    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          while (tokenCalls() == 0) {
            Thread.onSpinWait();
          }
        });
  }

  @Test
  void theStoreBeingAwayIsAnOutageOfOursAndChangesNothing() {
    bench.store.pull();
    assertThatThrownBy(() -> bench.connector.connection("nora").accounting().companyInfo())
        .isInstanceOf(ProviderUnavailableException.class);
    assertThat(bench.connector.connection("nora").status().reason())
        .isEqualTo(StatusReason.STORE_UNAVAILABLE);
    bench.store.plug();
    assertThat(bench.connector.connection("nora").status().state())
        .isEqualTo(ConnectionState.NOT_CONNECTED);
  }
}
