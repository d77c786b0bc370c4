package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.StatusReason;
import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.testing.DesktopBench;
import io.github.qbconnector.impl.testing.LoggedMessages;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users who read that the operators have been told read the truth. */
@ExtendWith(SimulatorExtension.class)
class ToldOperatorsTest {
  private final QuickBooksSimulator simulator;
  private final MemoryStore store;
  private final Bench bench;
  private final LoggedMessages log = new LoggedMessages();

  ToldOperatorsTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.store = new MemoryStore(simulator.clock());
    this.bench = new Bench(simulator, Map.of(), store);
  }

  @BeforeEach
  void connect() {
    bench.connect("hanna", Bench.REALM);
    bench.connect("nora", Bench.OTHER_REALM);
  }

  @AfterEach
  void close() {
    log.close();
    bench.close();
  }

  private void configure(String key, String value) {
    bench.keys.set(key, value);
    simulator.clock().advance(Duration.ofSeconds(2));
  }

  private List<String> told() {
    return log.numbered("QBC0103");
  }

  @Test
  void anotherClientIsToldOnceForAllItsConnections() {
    configure("quickbooks.online.client-id", "another");
    for (int i = 0; i < 3; i++) {
      assertThat(bench.decide("hanna").passes()).isFalse();
      assertThat(bench.connector.connection("nora").status().reason())
          .isEqualTo(StatusReason.CLIENT_CHANGED);
    }
    assertThat(told())
        .singleElement()
        .asString()
        .contains("connector default", "sim-client", "another", "nothing is lost")
        .doesNotContain("hanna", "nora", "sim-secret");
    configure("quickbooks.online.client-id", "a-third");
    assertThat(bench.decide("hanna").passes()).isFalse();
    assertThat(told()).hasSize(2);
  }

  @Test
  void aStoreOfAnotherEnvironmentIsTold() {
    Map<String, String> elsewhere =
        Map.of("quickbooks.online.base-url", "http://127.0.0.1:1/intuit");
    try (Bench copy = new Bench(simulator, elsewhere, store)) {
      assertThat(copy.connector.connection("hanna").status().reason())
          .isEqualTo(StatusReason.ENVIRONMENT_CHANGED);
    }
    assertThat(told()).singleElement().asString().contains("http://127.0.0.1:1/intuit");
  }

  @Test
  void aProjectThatIsNotItsOwnIsToldWithoutItsKey() {
    try (DesktopBench desktop = new DesktopBench(simulator, Map.of())) {
      desktop.connect("june");
      desktop.keys.set("quickbooks.desktop.publishable-key", "pk_conductor_other");
      simulator.clock().advance(Duration.ofSeconds(2));
      assertThat(desktop.connector.connection("june").status().reason())
          .isEqualTo(StatusReason.CLIENT_CHANGED);
    }
    assertThat(told()).singleElement().asString().doesNotContain("pk_conductor", "june");
  }

  @Test
  void aStoreThatIsAwayIsToldOnceAndItsReturnToo() {
    bench.store.pull();
    for (String owner : new String[] {"june", "sam", "kim"}) {
      assertThat(bench.decide(owner).passes()).isFalse();
    }
    assertThat(log.all()).singleElement().asString().contains("QBC0302", "DataSource");
    simulator.clock().advance(Duration.ofMinutes(3));
    assertThat(bench.decide("june").passes()).isFalse();
    bench.store.plug();
    assertThat(bench.connector.connection("june").status().reason())
        .isEqualTo(StatusReason.NEVER_CONNECTED);
    assertThat(log.numbered("QBC0302"))
        .hasSize(2)
        .last()
        .asString()
        .contains("answers again", "PT3M");
  }
}
