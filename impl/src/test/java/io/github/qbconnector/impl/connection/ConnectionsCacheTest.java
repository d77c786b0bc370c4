package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class ConnectionsCacheTest {
  private final QuickBooksSimulator simulator;
  private final Bench bench;

  ConnectionsCacheTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new Bench(simulator, Map.of("quickbooks.store.cache-size", "20"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Connections connections() {
    return bench.lifecycle.connections();
  }

  @Test
  void memoryHoldsNoMoreConnectionsThanConfiguredHoweverManyAreUsed() {
    bench.connect("hanna", Bench.REALM);
    for (int i = 0; i < 500; i++) {
      simulator.clock().advance(Duration.ofMillis(20));
      assertThat(bench.decide("stranger" + i)).isNotEqualTo(GateDecision.PASS);
      assertThat(connections().size()).isLessThanOrEqualTo(20);
    }
    assertThat(bench.decide("hanna")).as("the store still has it").isEqualTo(GateDecision.PASS);
  }

  @Test
  void whatIsInUseStaysWhenIdleOnesAreLookedAfter() {
    bench.connect("hanna", Bench.REALM);
    KnownConnection used = bench.lifecycle.known("hanna");
    for (int i = 0; i < 100; i++) {
      simulator.clock().advance(Duration.ofSeconds(2));
      assertThat(bench.lifecycle.known("hanna")).isSameAs(used);
      KnownConnection idle = connections().idle("idle" + i, simulator.clock().millis());
      assertThat(idle.usedAt).isZero();
    }
    assertThat(connections().size()).isLessThanOrEqualTo(20);
  }
}
