package io.github.qbconnector.impl.connection;

import static io.github.qbconnector.impl.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.gate.GateDecision.Verdict;
import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.testing.SwitchableTransport.Held;
import io.github.qbconnector.impl.testing.TestBrowser;
import io.github.qbconnector.impl.web.WebAnswer;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
@Timeout(60)
class NodesTest {
  private final QuickBooksSimulator simulator;
  private final MemoryStore store;
  private final List<Bench> nodes = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  NodesTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.store = new MemoryStore(simulator.clock());
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    nodes.forEach(Bench::close);
  }

  /** Nodes that share a store and all know the connection of hanna. */
  private List<Bench> connectedNodes(int count) {
    for (int i = 0; i < count; i++) {
      nodes.add(new Bench(simulator, Map.of("quickbooks.gate.wait", "PT30S"), store));
    }
    nodes.get(0).connect("hanna", Bench.REALM);
    nodes.forEach(node -> assertThat(node.decide("hanna").passes()).isTrue());
    simulator.requests().clear();
    return nodes;
  }

  private void later(Duration time) {
    simulator.clock().advance(time);
  }

  private long tokenCalls() {
    return simulator.requests().count(EndpointKind.TOKEN);
  }

  private static void awaitFlight(Bench node) {
    Flight flight = node.lifecycle.known("hanna").flight.get();
    if (flight != null) {
      View unused = flight.join();
    }
  }

  private static String accessToken(Bench node) {
    return node.calls.call("hanna", Evidence.CALL, (grant, id) -> grant.accessToken().reveal());
  }

  /** Has a thousand callers ask for the token at once, and prints how long they waited. */
  private List<String> tokensOfThousand(List<Bench> asked) throws Exception {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE).concurrentRefreshRevokes(true);
    simulator.faults().add(Fault.latency(Duration.ofMillis(300)).on(EndpointKind.TOKEN));
    CountDownLatch start = new CountDownLatch(1);
    List<Future<String>> callers = new ArrayList<>();
    List<Long> waited = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 1_000; i++) {
      Bench node = asked.get(i % asked.size());
      callers.add(
          threads.submit(
              () -> {
                start.await();
                long begin = System.nanoTime();
                String token = accessToken(node);
                waited.add((System.nanoTime() - begin) / 1_000_000);
                return token;
              }));
    }
    start.countDown();
    List<String> tokens = new ArrayList<>();
    for (Future<String> caller : callers) {
      tokens.add(caller.get());
    }
    List<Long> sorted = waited.stream().sorted().toList();
    System.out.printf(
        "1,000 callers of one expired token on %d node(s) waited %d ms at least, %d ms in the"
            + " middle, %d ms at most%n",
        asked.size(), sorted.get(0), sorted.get(500), sorted.get(999));
    return tokens;
  }

  @Test
  void aThousandCallersOfOneExpiredTokenShareOneTokenCall() throws Exception {
    List<Bench> one = connectedNodes(1);
    later(Duration.ofHours(2));
    assertThat(tokensOfThousand(one)).hasSize(1_000).containsOnly(accessToken(one.get(0)));
    assertThat(tokenCalls()).isEqualTo(1);
  }

  @Test
  void aThousandCallersOnFourNodesShareOneTokenCall() throws Exception {
    List<Bench> four = connectedNodes(4);
    later(Duration.ofHours(2));
    assertThat(tokensOfThousand(four)).hasSize(1_000).containsOnly(accessToken(four.get(0)));
    assertThat(tokenCalls()).isEqualTo(1);
  }

  @Test
  void aDisconnectOnOneNodeIsObeyedByAnotherWithinTenSeconds() {
    List<Bench> two = connectedNodes(2);
    two.get(0).connector.connection("hanna").disconnect();
    later(Duration.ofSeconds(10));
    assertThat(two.get(1).decide("hanna").verdict()).isEqualTo(Verdict.CONNECT);
    assertThat(two.get(1).connector.connection("hanna").status().state())
        .isEqualTo(ConnectionState.NOT_CONNECTED);
  }

  @Test
  void aNodeThatIsInUseAsksForAllItsConnectionsAtOnceAndNotMoreOftenThanEveryFiveSeconds() {
    Bench node = connectedNodes(1).get(0);
    for (int i = 0; i < 20; i++) {
      String owner = "owner-" + i;
      node.connect(owner, Bench.REALM);
    }
    int before = node.store.calls("changes");
    int finds = node.store.calls("find");
    for (int second = 0; second < 60; second++) {
      later(Duration.ofSeconds(1));
      for (int i = 0; i < 20; i++) {
        assertThat(node.decide("owner-" + i).passes()).isTrue();
      }
    }
    assertThat(node.store.calls("changes") - before).isBetween(1, 12);
    assertThat(node.store.calls("find") - finds).as("nothing had changed").isLessThan(22);
  }

  @Test
  void aReconnectOnOneNodeIsObeyedByAnotherAtOnce() {
    List<Bench> two = connectedNodes(2);
    two.get(0).connector.connection("hanna").disconnect();
    later(Duration.ofSeconds(10));
    assertThat(two.get(1).decide("hanna").verdict()).isEqualTo(Verdict.CONNECT);
    two.get(0).connect("hanna", Bench.REALM);
    later(Duration.ofMillis(300));
    assertThat(two.get(1).decide("hanna").passes()).isTrue();
  }

  @Test
  void aFlowBegunOnOneNodeEndsOnAnotherAndIsUsedOnceInTheCluster() {
    nodes.add(new Bench(simulator, Map.of(), store));
    nodes.add(new Bench(simulator, Map.of(), store));
    TestBrowser here = new TestBrowser(nodes.get(0).endpoints);
    String consentUrl = here.begin("/invoices");
    String callback = simulator.intuit().consent(URI.create(consentUrl), Bench.REALM).toString();
    TestBrowser there = new TestBrowser(nodes.get(1).endpoints);
    there.cookies.putAll(here.cookies);

    WebAnswer answer = there.get(callback);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers()).containsEntry("Location", "/app/invoices");
    later(Duration.ofMillis(300));
    assertThat(nodes.get(0).connector.connection("hanna").status().isConnected()).isTrue();
    long exchanges = tokenCalls();
    assertThat(here.get(callback).status()).as("the first node knows it too").isEqualTo(303);
    assertThat(tokenCalls()).as("the code is not sent again").isEqualTo(exchanges);
  }

  @Test
  void whatOneNodeHasSeenAnotherNeedNotAsk() {
    List<Bench> two = connectedNodes(2);
    later(Duration.ofMinutes(31));
    two.get(0).connector.connection("hanna").accounting().companyInfo();
    assertThat(two.get(1).decide("hanna").passes()).isTrue();
    awaitFlight(two.get(1));
    assertThat(tokenCalls()).isZero();
    assertThat(two.get(1).connector.connection("hanna").status().checkedAt())
        .hasValueSatisfying(
            at ->
                assertThat(Duration.between(at, simulator.clock().instant()))
                    .isLessThan(Duration.ofMinutes(5)));
  }

  @Test
  void whatOneNodeHasRenewedAnotherNeedNotRenew() {
    List<Bench> two = connectedNodes(2);
    later(Duration.ofHours(2));
    assertThat(two.get(0).decide("hanna").passes()).isTrue();
    assertThat(two.get(1).decide("hanna").passes()).isTrue();
    assertThat(accessToken(two.get(1))).isEqualTo(accessToken(two.get(0)));
    assertThat(tokenCalls()).isEqualTo(1);
  }

  @Test
  void tenNodesThatPingAtOnceAskIntuitOnce() throws Exception {
    List<Bench> ten = connectedNodes(10);
    later(Duration.ofMinutes(1));
    Held held = ten.get(0).transport.holdNextAnswer();
    List<Future<Boolean>> pings = new ArrayList<>();
    for (Bench node : ten) {
      int before = node.store.calls("lease");
      pings.add(threads.submit(() -> node.connector.connection("hanna").ping().isConnected()));
      eventually("the node asks for the lease", () -> node.store.calls("lease") > before);
      if (pings.size() == 1) {
        held.awaitAnswer();
      }
    }
    held.letGo();
    for (Future<Boolean> ping : pings) {
      assertThat(ping.get()).isTrue();
    }
    assertThat(simulator.requests().metered()).isEqualTo(1);
    assertThat(simulator.requests().list()).hasSize(1);
  }

  @Test
  void aPingThatNobodyElseMakesIsMadeThoughTheEvidenceIsYoung() {
    List<Bench> two = connectedNodes(2);
    two.forEach(
        node -> assertThat(node.connector.connection("hanna").ping().isConnected()).isTrue());
    assertThat(simulator.requests().metered()).isEqualTo(2);
    assertThat(two.get(1).decide("hanna").status()).isEqualTo(Optional.empty());
  }

  @Test
  void aSiblingsTokenThatHasRunOutMeanwhileIsRenewedAndNotUsed() {
    List<Bench> both = connectedNodes(2);
    both.get(1).calls.renewNow("hanna");
    later(Duration.ofMinutes(61));
    both.get(0).store.fail("changes", 100);
    both.get(0).connector.connection("hanna").ping();
    assertThat(both.get(0).connector.connection("hanna").status().isConnected()).isTrue();
    assertThat(simulator.requests().count(request -> request.status() == 401)).isZero();
    assertThat(tokenCalls()).isEqualTo(2);
  }
}
