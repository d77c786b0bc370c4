package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.Product;
import io.github.qbconnector.event.Expiring;
import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.testing.LoggedMessages;
import io.github.qbconnector.impl.vault.KeyRotation;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class KeepAliveTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final QuickBooksSimulator simulator;
  private final MemoryStore store;
  private final Bench bench;
  private final Bench sibling;

  KeepAliveTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.store = new MemoryStore(simulator.clock());
    this.bench = new Bench(simulator, Map.of(), store);
    this.sibling = new Bench(simulator, Map.of(), store);
  }

  @BeforeEach
  void connect() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE);
    bench.connect("hanna", Bench.REALM);
    simulator.requests().clear();
    bench.events.clear();
  }

  @AfterEach
  void close() {
    bench.close();
    sibling.close();
  }

  private Housekeeping housekeeping(Bench of) {
    Connections connections = of.lifecycle.connections();
    Renewals renewals =
        new Renewals(connections, of.provider, Background.of(Runnable::run), of.events::add);
    Sealer unused = new Sealer(List.of(EncryptionKey.ephemeral()));
    return new Housekeeping(
        of.vault,
        new KeyRotation(new MemoryStore(simulator.clock()), () -> unused),
        Map.of("default", new KeepAlive(connections, renewals, of.events::add)),
        simulator.clock());
  }

  private long tokenCalls() {
    return simulator.requests().count(EndpointKind.TOKEN);
  }

  @Test
  void aConnectionNobodyUsesLivesOnForYears() {
    Housekeeping housekeeping = housekeeping(bench);
    for (int week = 0; week < 3 * 52; week++) {
      simulator.clock().advance(Duration.ofDays(7));
      housekeeping.runIfDue();
    }
    assertThat(tokenCalls()).as("about once a month").isBetween(31L, 45L);
    assertThat(bench.connector.connection("hanna").ping().isConnected()).isTrue();
  }

  @Test
  void withoutHousekeepingItLapses() {
    simulator.clock().advance(Duration.ofDays(102));
    assertThat(bench.connector.connection("hanna").ping().isConnected()).isFalse();
  }

  @Test
  void whatIsUsedNeedsNoKeepingAlive() {
    Housekeeping housekeeping = housekeeping(bench);
    for (int day = 0; day < 60; day++) {
      simulator.clock().advance(DAY);
      bench.connector.connection("hanna").ping();
      long before = tokenCalls();
      housekeeping.runIfDue();
      assertThat(tokenCalls()).isEqualTo(before);
    }
  }

  @Test
  void twoNodesDoTheWorkOfOne() {
    simulator.clock().advance(Duration.ofDays(40));
    housekeeping(bench).runIfDue();
    housekeeping(sibling).runIfDue();
    assertThat(tokenCalls()).isEqualTo(1);
  }

  @Test
  void aRoundComesOnceAnHourAtMost() {
    Housekeeping housekeeping = housekeeping(bench);
    housekeeping.runIfDue();
    simulator.clock().advance(Duration.ofMinutes(30));
    bench.connect("nora", Bench.OTHER_REALM);
    simulator.faults().add(Fault.of(FaultKind.STATUS).on(EndpointKind.TOKEN));
    simulator.clock().advance(Duration.ofDays(40));
    simulator.requests().clear();
    housekeeping.runIfDue();
    long first = tokenCalls();
    housekeeping.runIfDue();
    simulator.clock().advance(Duration.ofMinutes(59));
    housekeeping.runIfDue();
    assertThat(first).isPositive();
    assertThat(tokenCalls()).isEqualTo(first);
  }

  @Test
  void anOutageDoesNotHammerTheProviderAndIsMadeUpForLater() {
    for (int i = 0; i < 20; i++) {
      bench.connect("owner" + i, Bench.OTHER_REALM);
    }
    simulator.clock().advance(Duration.ofDays(40));
    simulator.requests().clear();
    simulator.faults().add(Fault.of(FaultKind.STATUS).on(EndpointKind.TOKEN));
    Housekeeping housekeeping = housekeeping(bench);
    housekeeping.runIfDue();
    assertThat(tokenCalls()).as("it gives up soon").isEqualTo(5);
    simulator.faults().clear();
    simulator.clock().advance(Duration.ofHours(2));
    simulator.requests().clear();
    housekeeping.runIfDue();
    assertThat(tokenCalls()).isEqualTo(21);
  }

  @Test
  void theEndOfAGrantIsWarnedOfFourTimesOnOneNodeOnly() {
    List<Housekeeping> nodes = List.of(housekeeping(bench), housekeeping(sibling));
    try (LoggedMessages log = new LoggedMessages()) {
      for (int day = 0; day < 5 * 365 - 1; day++) {
        simulator.clock().advance(DAY);
        nodes.forEach(Housekeeping::runIfDue);
      }
      List<Object> expiring =
          java.util.stream.Stream.of(bench, sibling)
              .flatMap(node -> node.events.stream())
              .filter(Expiring.class::isInstance)
              .toList();
      assertThat(expiring)
          .hasSize(4)
          .allSatisfy(
              event -> {
                assertThat(((Expiring) event).owner()).isEqualTo("hanna");
                assertThat(((Expiring) event).product()).isEqualTo(Product.ONLINE);
              });
      assertThat(log.numbered("QBC0307")).hasSize(4);
    }
  }

  @Test
  void connectingAgainBeginsTheWarningsAnew() {
    Housekeeping housekeeping = housekeeping(bench);
    simulator.intuit().tokens().hardLifetime(Duration.ofDays(20));
    bench.connect("nora", Bench.OTHER_REALM);
    housekeeping.run();
    housekeeping.run();
    assertThat(bench.events).filteredOn(Expiring.class::isInstance).hasSize(1);
    bench.connect("nora", Bench.OTHER_REALM);
    housekeeping.run();
    assertThat(bench.events).filteredOn(Expiring.class::isInstance).hasSize(2);
  }

  @Test
  void anEndedConnectionIsLeftAlone() {
    simulator.intuit().grants().revoke(Bench.REALM);
    simulator.clock().advance(Duration.ofDays(40));
    Housekeeping housekeeping = housekeeping(bench);
    housekeeping.run();
    assertThat(tokenCalls()).isEqualTo(1);
    housekeeping.run();
    simulator.clock().advance(Duration.ofDays(400));
    housekeeping.run();
    assertThat(tokenCalls()).isEqualTo(1);
  }

  @Test
  void aStoreThatIsAwayIsNoMisfortune() {
    bench.store.pull();
    Housekeeping housekeeping = housekeeping(bench);
    housekeeping.runIfDue();
    bench.store.plug();
    simulator.clock().advance(Duration.ofDays(40));
    housekeeping.runIfDue();
    assertThat(tokenCalls()).isEqualTo(1);
  }
}
