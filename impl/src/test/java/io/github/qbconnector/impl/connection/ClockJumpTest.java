package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.event.ReconnectRequired;
import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.testing.NodeClock;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The clock of a node jumps an hour ahead while it runs, and later back. */
@ExtendWith(SimulatorExtension.class)
@Timeout(60)
class ClockJumpTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final QuickBooksSimulator simulator;
  private final NodeClock clock;
  private final Bench node;
  private final Bench sibling;

  ClockJumpTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.clock = new NodeClock(simulator.clock());
    MemoryStore store = new MemoryStore(simulator.clock());
    this.node = new Bench(simulator, Map.of(), store, clock);
    this.sibling = new Bench(simulator, Map.of(), store);
  }

  @BeforeEach
  void connect() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE).grace(Duration.ZERO);
    sibling.connect("hanna", Bench.REALM);
    simulator.requests().clear();
  }

  @AfterEach
  void close() {
    simulator.faults().clear();
    node.close();
    sibling.close();
  }

  private void later(Duration time) {
    simulator.clock().advance(time);
  }

  private long tokenCalls() {
    return simulator.requests().count(EndpointKind.TOKEN);
  }

  private static String token(Bench of) {
    return of.calls.call("hanna", Evidence.CALL, (grant, id) -> grant.accessToken().reveal());
  }

  private static void use(Bench of) {
    assertThat(of.decide("hanna").passes()).isTrue();
    assertThat(of.connector.connection("hanna").accounting().companyInfo().companyName())
        .isEqualTo("Harbor Street Bakery");
    awaitFlight(of);
  }

  private static void awaitFlight(Bench of) {
    Flight flight = of.lifecycle.known("hanna").flight.get();
    if (flight != null) {
      View unused = flight.join();
    }
  }

  private void jumpAheadAndBack() {
    use(node);
    clock.off(HOUR);
    use(node);
    clock.off(Duration.ZERO);
    use(node);
  }

  @Test
  void itCostsATokenEachWayAtMostAndNoConnection() {
    for (int jump = 0; jump < 5; jump++) {
      jumpAheadAndBack();
      use(sibling);
      later(Duration.ofSeconds(10));
    }
    assertThat(tokenCalls()).isBetween(1L, 10L);
    assertThat(simulator.requests().count(r -> r.status() >= 400)).isZero();
    assertThat(node.events).noneMatch(event -> event instanceof ReconnectRequired);
  }

  @Test
  void theConfigurationIsFollowedAsBefore() {
    jumpAheadAndBack();
    node.keys.set("quickbooks.gate.max-age", "PT10M");
    later(Duration.ofSeconds(4));
    assertThat(node.settings.current().connector("default").gate().maxAge())
        .isEqualTo(Duration.ofMinutes(10));
    clock.off(HOUR.negated());
    node.keys.set("quickbooks.gate.max-age", "PT20M");
    later(Duration.ofSeconds(4));
    assertThat(node.settings.current().connector("default").gate().maxAge())
        .isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void whatOtherNodesChangeIsObeyedAsBefore() {
    jumpAheadAndBack();
    sibling.connector.connection("hanna").disconnect();
    later(Duration.ofSeconds(10));
    assertThat(node.decide("hanna").passes()).isFalse();
    sibling.connect("hanna", Bench.REALM);
    later(Duration.ofSeconds(10));
    assertThat(node.decide("hanna").passes()).isTrue();
  }

  @Test
  void theStoreIsNotAskedMoreOftenThanBefore() {
    jumpAheadAndBack();
    later(Duration.ofSeconds(10));
    use(node);
    int before = node.store.calls("changes");
    for (int second = 0; second < 60; second++) {
      later(Duration.ofSeconds(1));
      use(node);
    }
    assertThat(node.store.calls("changes") - before).isBetween(1, 12);
  }

  @Test
  void aJumpAheadEndsThePauseAfterAFailureAndLosesNothing() {
    later(HOUR.multipliedBy(2));
    simulator.faults().add(Fault.throttle(Duration.ofMinutes(30)).on(EndpointKind.TOKEN).once());
    assertThatThrownBy(() -> token(node)).isInstanceOf(ProviderUnavailableException.class);
    clock.off(HOUR);
    use(node);
    clock.off(Duration.ZERO);
    use(node);
    assertThat(simulator.requests().count(r -> r.status() >= 400)).as("the first").isEqualTo(1);
  }

  @Test
  void aJumpBackDoesNotStretchThePauseAfterAFailure() {
    later(HOUR.multipliedBy(2));
    clock.off(HOUR);
    simulator.faults().add(Fault.status(503).on(EndpointKind.TOKEN).once());
    assertThatThrownBy(() -> token(node)).isInstanceOf(ProviderUnavailableException.class);
    clock.off(Duration.ZERO);
    later(Duration.ofMinutes(2));
    use(node);
    assertThat(tokenCalls()).isEqualTo(2);
  }

  @Test
  void evidenceOfTheWrongHourIsTrustedNoLongerThanAnyOther() {
    clock.off(HOUR);
    use(node);
    clock.off(Duration.ZERO);
    simulator.intuit().grants().revoke(Bench.REALM);
    for (int minute = 0; minute < 60; minute += 5) {
      GateDecision unused = node.decide("hanna");
      awaitFlight(node);
      later(Duration.ofMinutes(5));
    }
    later(Duration.ofMinutes(1));
    assertThat(node.decide("hanna").passes()).isFalse();
  }
}
