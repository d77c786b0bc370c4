package io.github.qbconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class SimulatorExtensionTest {

  private final URI url;

  SimulatorExtensionTest(QuickBooksSimulator simulator) {
    this.url = simulator.baseUrl();
  }

  @Test
  void aTestLeavesItsTracesBehind(QuickBooksSimulator simulator) {
    simulator.clock().advance(Duration.ofDays(3));
    simulator.intuit().grants().issue("sim-client", TestClient.BAKERY, TestClient.ACCOUNTING);

    assertThat(simulator.intuit().grants().connected(TestClient.BAKERY)).isTrue();
  }

  @Test
  void theNextTestFindsNoneAndTheSameServer(QuickBooksSimulator simulator) {
    assertThat(simulator.clock().offset()).isZero();
    assertThat(simulator.intuit().grants().list()).isEmpty();
    assertThat(simulator.baseUrl()).isEqualTo(url);
  }

  @Nested
  class InANestedClass {
    @Test
    void theServerIsTheOuterClassesOwn(QuickBooksSimulator simulator) {
      assertThat(simulator.baseUrl()).isEqualTo(url);
    }
  }
}
