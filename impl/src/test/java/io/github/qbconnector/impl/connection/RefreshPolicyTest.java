package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.event.ReconnectRequired;
import io.github.qbconnector.gate.GateDecision.Verdict;
import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.testing.SwitchableTransport.Held;
import io.github.qbconnector.impl.vault.Grant;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SimulatorExtension.class)
@Timeout(60)
class RefreshPolicyTest {
  private final QuickBooksSimulator simulator;
  private final Bench bench;
  private final Bench sibling;

  RefreshPolicyTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    MemoryStore store = new MemoryStore(simulator.clock());
    this.bench = new Bench(simulator, Map.of(), store);
    this.sibling = new Bench(simulator, Map.of(), store);
  }

  @BeforeEach
  void connect() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE).concurrentRefreshRevokes(true);
    bench.connect("hanna", Bench.REALM);
    simulator.requests().clear();
  }

  @AfterEach
  void close() {
    bench.close();
    sibling.close();
  }

  private void later(Duration time) {
    simulator.clock().advance(time);
  }

  private long tokenCalls() {
    return simulator.requests().count(EndpointKind.TOKEN);
  }

  private static String token(Bench node) {
    return node.calls.call("hanna", Evidence.CALL, (grant, id) -> grant.accessToken().reveal());
  }

  private static void call(Bench node) {
    assertThat(node.connector.connection("hanna").accounting().companyInfo().companyName())
        .isEqualTo("Harbor Street Bakery");
  }

  private static ConnectionState state(Bench node) {
    return node.connector.connection("hanna").status().state();
  }

  private void awaitFlight() {
    Flight flight = bench.lifecycle.known("hanna").flight.get();
    if (flight != null) {
      View unused = flight.join();
    }
  }

  @Test
  void aheadOfItsEndTheTokenIsRenewedBehindTheCallersBack() throws Exception {
    String old = token(bench);
    later(Duration.ofMinutes(57));
    Held held = bench.transport.holdNextAnswer();
    assertThat(token(bench)).as("nobody waits").isEqualTo(old);
    held.awaitAnswer();
    assertThat(token(bench)).as("while the new one is under way").isEqualTo(old);
    held.letGo();
    awaitFlight();
    assertThat(token(bench)).isNotEqualTo(old);
    assertThat(tokenCalls()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 60})
  void shortLivedTokensAreRenewedInProportionAndNeverRefused(long seconds) {
    simulator.intuit().tokens().accessLifetime(Duration.ofSeconds(seconds));
    bench.calls.renewNow("hanna");
    simulator.requests().clear();
    for (int tenth = 0; tenth < 50; tenth++) {
      call(bench);
      awaitFlight();
      later(Duration.ofSeconds(seconds).dividedBy(10));
    }
    assertThat(simulator.requests().count(r -> r.status() == 401)).isZero();
    assertThat(tokenCalls()).as("five lives").isBetween(4L, 7L);
  }

  @Test
  void aTokenThatIsRefusedIsRenewedOnceAndNotAgain() {
    simulator.intuit().grants().expireAccessTokens(Bench.REALM);
    call(bench);
    assertThat(tokenCalls()).isEqualTo(1);
    simulator.faults().add(Fault.status(401).on(EndpointKind.ACCOUNTING));
    assertThatThrownBy(() -> call(bench)).isInstanceOf(RuntimeException.class);
    assertThat(tokenCalls()).as("one more for one more call").isLessThanOrEqualTo(2);
  }

  @Test
  void aSiblingsNewerTokenIsUsedInsteadOfADeadOne() {
    call(sibling);
    later(Duration.ofHours(2));
    call(sibling);
    assertThat(tokenCalls()).isEqualTo(1);
    call(bench);
    assertThat(tokenCalls()).isEqualTo(1);
    assertThat(token(bench)).isEqualTo(token(sibling));
  }

  @Test
  void aRefusalIsNotBelievedWhenASiblingHasRenewedMeanwhile() {
    String old = token(sibling);
    later(Duration.ofHours(2));
    // This node stands still between its last look and its call, for longer than its lease.
    bench.store.afterNext(
        "lease",
        () ->
            bench.store.afterNext(
                "find",
                () -> {
                  later(Duration.ofMinutes(10));
                  assertThat(token(sibling)).isNotEqualTo(old);
                }));
    assertThat(token(bench)).isNotEqualTo(old).isEqualTo(token(sibling));
    assertThat(simulator.requests().count(r -> r.status() == 400)).as("refused").isEqualTo(1);
    assertThat(state(bench)).isEqualTo(ConnectionState.CONNECTED);
    assertThat(bench.events).noneMatch(e -> e instanceof ReconnectRequired);
  }

  @Test
  void aFailureThatPassesLeavesTheOldTokenInUseUntilItExpires() {
    String old = token(bench);
    simulator.faults().add(Fault.status(503).on(EndpointKind.TOKEN));
    later(Duration.ofMinutes(57));
    assertThat(token(bench)).isEqualTo(old);
    awaitFlight();
    call(bench);
    later(Duration.ofSeconds(160));
    assertThat(token(bench)).as("in its last moments").isEqualTo(old);
    later(Duration.ofMinutes(1));
    assertThatThrownBy(() -> token(bench)).isInstanceOf(ProviderUnavailableException.class);
    simulator.faults().clear();
    later(Duration.ofMinutes(5));
    assertThat(token(bench)).isNotEqualTo(old);
  }

  @Test
  void anOutageIsAskedLessAndLessOften() {
    simulator.faults().add(Fault.status(503).on(EndpointKind.TOKEN));
    later(Duration.ofHours(2));
    for (int second = 0; second < 600; second++) {
      assertThatThrownBy(() -> token(bench)).isInstanceOf(ProviderUnavailableException.class);
      later(Duration.ofSeconds(1));
    }
    assertThat(tokenCalls()).as("in ten minutes").isBetween(8L, 30L);
  }

  @Test
  void aTerminalFailureIsRememberedByAllNodes() {
    simulator.intuit().grants().revoke(Bench.REALM);
    later(Duration.ofHours(2));
    assertThatThrownBy(() -> token(bench)).isInstanceOf(ReconnectRequiredException.class);
    for (int i = 0; i < 50; i++) {
      later(Duration.ofMinutes(10));
      assertThatThrownBy(() -> token(bench)).isInstanceOf(ReconnectRequiredException.class);
      assertThatThrownBy(() -> token(sibling)).isInstanceOf(ReconnectRequiredException.class);
      assertThat(bench.decide("hanna").verdict()).isEqualTo(Verdict.CONNECT);
    }
    assertThat(tokenCalls()).isEqualTo(1);
    assertThat(sibling.connector.connection("hanna").status().reason())
        .isEqualTo(StatusReason.GRANT_REVOKED);
  }

  @Test
  void aReconnectOnAnotherNodeEndsATerminalFailureAtOnce() {
    simulator.intuit().grants().revoke(Bench.REALM);
    later(Duration.ofHours(2));
    assertThatThrownBy(() -> token(bench)).isInstanceOf(ReconnectRequiredException.class);
    sibling.connect("hanna", Bench.REALM);
    later(Duration.ofMillis(300));
    call(bench);
    assertThat(state(bench)).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void bothDatesOfTheGrantAreAskedForAndStored() {
    Grant grant = bench.stored("hanna").requireGrant();
    assertThat(Duration.between(grant.obtainedAt(), grant.renewableUntil()))
        .isBetween(Duration.ofDays(101).minusMinutes(1), Duration.ofDays(101));
    Instant end = Objects.requireNonNull(grant.endsAt());
    later(Duration.ofDays(20));
    bench.calls.renewNow("hanna");
    Grant renewed = bench.stored("hanna").requireGrant();
    assertThat(renewed.renewableUntil()).isAfter(grant.renewableUntil().plus(Duration.ofDays(19)));
    assertThat(renewed.endsAt())
        .as("renewing does not put off the end")
        .isBetween(end.minusSeconds(60), end.plusSeconds(60));
    assertThat(sibling.connector.connection("hanna").details().renewableUntil())
        .contains(renewed.renewableUntil());
  }
}
