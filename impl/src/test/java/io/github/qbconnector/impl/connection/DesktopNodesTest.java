package io.github.qbconnector.impl.connection;

import static io.github.qbconnector.impl.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.gate.GateDecision.Verdict;
import io.github.qbconnector.impl.connection.LinkFlow.Begun;
import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.testing.DesktopBench;
import io.github.qbconnector.impl.testing.SwitchableTransport.Held;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
@Timeout(60)
class DesktopNodesTest {
  private final QuickBooksSimulator simulator;
  private final MemoryStore store;
  private final List<DesktopBench> nodes = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  DesktopNodesTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.store = new MemoryStore(simulator.clock());
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    nodes.forEach(DesktopBench::close);
  }

  private List<DesktopBench> nodes(int count) {
    for (int i = 0; i < count; i++) {
      nodes.add(new DesktopBench(simulator, Map.of("quickbooks.gate.wait", "PT30S"), store));
    }
    return nodes;
  }

  private List<DesktopBench> connectedNodes(int count) {
    List<DesktopBench> all = nodes(count);
    String unused = all.get(0).connect("june");
    all.forEach(node -> assertThat(node.decide("june").passes()).isTrue());
    simulator.requests().clear();
    return all;
  }

  private void later(Duration time) {
    simulator.clock().advance(time);
  }

  private static void awaitRound(DesktopBench node) {
    Flight flight = node.lifecycle.known("june").flight.get();
    if (flight != null) {
      View unused = flight.join();
    }
  }

  private static String link(Begun begun) {
    return ((Begun.Opened) begun).link().url().reveal();
  }

  @Test
  void twoTabsOnTwoNodesCreateOneEndUser() throws Exception {
    List<DesktopBench> two = nodes(2);
    Held held = two.get(0).transport.holdNextAnswer();
    List<Future<Begun>> tabs = new ArrayList<>();
    for (DesktopBench node : two) {
      int before = node.store.calls("lease");
      tabs.add(
          threads.submit(
              () -> node.flow.begin("june", false, null, DesktopBench.AFTERWARDS, "june")));
      eventually("the node asks for the lease", () -> node.store.calls("lease") > before);
      if (tabs.size() == 1) {
        held.awaitAnswer();
      }
    }
    held.letGo();
    assertThat(link(tabs.get(1).get())).isEqualTo(link(tabs.get(0).get()));
    assertThat(
            simulator
                .requests()
                .count(r -> r.endpoint() == EndpointKind.END_USERS && r.method().equals("POST")))
        .isEqualTo(1);
    assertThat(two.get(0).count(EndpointKind.AUTH_SESSIONS)).isEqualTo(1);
  }

  @Test
  void whatOneNodeHasAskedAnotherNeedNotAsk() {
    List<DesktopBench> two = connectedNodes(2);
    later(Duration.ofMinutes(8));
    assertThat(two.get(0).decide("june").passes()).isTrue();
    awaitRound(two.get(0));
    long asked = simulator.requests().count(EndpointKind.ANY);
    assertThat(asked).isPositive();
    assertThat(two.get(1).decide("june").passes()).isTrue();
    awaitRound(two.get(1));
    assertThat(simulator.requests().count(EndpointKind.ANY)).isEqualTo(asked);
    assertThat(two.get(0).count(EndpointKind.HEALTH_CHECK)).isLessThanOrEqualTo(1);
  }

  @Test
  void tenNodesThatPingAtOnceWakeTheMachineOnce() throws Exception {
    List<DesktopBench> ten = connectedNodes(10);
    later(Duration.ofMinutes(1));
    Held held = ten.get(0).transport.holdNextAnswer();
    List<Future<Boolean>> pings = new ArrayList<>();
    for (DesktopBench node : ten) {
      int before = node.store.calls("lease");
      pings.add(threads.submit(() -> node.connector.connection("june").ping().isConnected()));
      eventually("the node asks for the lease", () -> node.store.calls("lease") > before);
      if (pings.size() == 1) {
        held.awaitAnswer();
      }
    }
    held.letGo();
    for (Future<Boolean> ping : pings) {
      assertThat(ping.get()).isTrue();
    }
    assertThat(ten.get(0).count(EndpointKind.HEALTH_CHECK)).isEqualTo(1);
  }

  @Test
  void aDisconnectOnOneNodeIsObeyedByAnotherWithinTenSeconds() {
    List<DesktopBench> two = connectedNodes(2);
    two.get(0).connector.connection("june").disconnect();
    later(Duration.ofSeconds(10));
    assertThat(two.get(1).decide("june").verdict()).isEqualTo(Verdict.CONNECT);
    assertThat(simulator.requests().list()).as("nobody need be asked").isEmpty();
  }
}
