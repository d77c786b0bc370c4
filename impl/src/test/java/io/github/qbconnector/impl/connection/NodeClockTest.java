package io.github.qbconnector.impl.connection;

import static io.github.qbconnector.impl.testing.Eventually.eventually;
import static io.github.qbconnector.impl.testing.SwitchableTransport.answered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.event.ReconnectRequired;
import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.testing.NodeClock;
import io.github.qbconnector.impl.testing.SwitchableTransport.Held;
import io.github.qbconnector.impl.testing.TestBrowser;
import io.github.qbconnector.impl.web.WebAnswer;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three nodes of one cluster, and the clock of one of them is wrong. */
@ExtendWith(SimulatorExtension.class)
@Timeout(60)
class NodeClockTest {
  private final QuickBooksSimulator simulator;
  private final NodeClock wrongClock;
  private final Bench right;
  private final Bench alsoRight;
  private final Bench wrong;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  NodeClockTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.wrongClock = new NodeClock(simulator.clock());
    MemoryStore store = new MemoryStore(simulator.clock());
    this.right = new Bench(simulator, Map.of(), store);
    this.alsoRight = new Bench(simulator, Map.of(), store);
    this.wrong = new Bench(simulator, Map.of(), store, wrongClock);
  }

  @BeforeEach
  void connect() {
    simulator
        .intuit()
        .tokens()
        .rotation(Rotation.EVERY_USE)
        .grace(Duration.ZERO)
        .concurrentRefreshRevokes(true);
    right.connect("hanna", Bench.REALM);
    simulator.requests().clear();
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    right.close();
    alsoRight.close();
    wrong.close();
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

  /** A request of a user: passes the gate, calls QuickBooks; what it sets off behind it ends. */
  private static void use(Bench node) {
    assertThat(node.decide("hanna").passes()).isTrue();
    assertThat(node.connector.connection("hanna").accounting().companyInfo().companyName())
        .isEqualTo("Harbor Street Bakery");
    awaitFlight(node);
  }

  private static void awaitFlight(Bench node) {
    Flight flight = node.lifecycle.known("hanna").flight.get();
    if (flight != null) {
      View unused = flight.join();
    }
  }

  private void assertThatNobodyWasRefused() {
    assertThat(simulator.requests().count(r -> r.status() >= 400)).isZero();
    for (Bench node : List.of(right, alsoRight, wrong)) {
      assertThat(node.events).noneMatch(event -> event instanceof ReconnectRequired);
      assertThat(node.connector.connection("hanna").status().isConnected()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {60, -60, 7, -7})
  void sixHoursOfUseTakeSixTokensOrSevenAndNobodyIsRefused(long minutes) {
    wrongClock.off(Duration.ofMinutes(minutes));
    for (int minute = 0; minute < 6 * 60; minute += 2) {
      use(right);
      use(alsoRight);
      use(wrong);
      later(Duration.ofMinutes(2));
    }
    assertThat(tokenCalls()).isBetween(6L, 8L);
    assertThatNobodyWasRefused();
  }

  @ParameterizedTest
  @CsvSource({"60, true", "60, false", "-60, true", "-60, false"})
  void aTokenThatOneNodeTakesForDeadIsRenewedByItOnceAndNotByTurns(
      long minutes, boolean wrongNodeFirst) {
    later(Duration.ofHours(2));
    wrongClock.off(Duration.ofMinutes(minutes));
    List<Bench> nodes = wrongNodeFirst ? List.of(wrong, right) : List.of(right, wrong);
    for (int round = 0; round < 10; round++) {
      nodes.forEach(NodeClockTest::use);
      later(Duration.ofSeconds(10));
    }
    assertThat(tokenCalls()).isBetween(1L, 2L);
    assertThatNobodyWasRefused();
  }

  @ParameterizedTest
  @ValueSource(longs = {60, -60})
  void aLeaseIsNotBrokenByANodeForWhoseClockItIsOver(long minutes) throws Exception {
    use(wrong);
    later(Duration.ofHours(2));
    wrongClock.off(Duration.ofMinutes(minutes));
    Held held = right.transport.holdNextAnswer();
    CompletableFuture<String> holder = CompletableFuture.supplyAsync(() -> token(right), threads);
    held.awaitAnswer();
    int before = wrong.store.calls("lease");
    CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> token(wrong), threads);
    eventually("it wants the lease", () -> wrong.store.calls("lease") > before + 1);
    assertThat(tokenCalls()).isEqualTo(1);
    held.letGo();
    assertThat(holder.get()).isNotEmpty();
    assertThat(other.get()).isNotEmpty();
    assertThat(tokenCalls()).isLessThanOrEqualTo(2);
    assertThatNobodyWasRefused();
  }

  @Test
  void evidenceFromTheFutureIsShownAsOfNow() {
    wrongClock.off(Duration.ofHours(1));
    assertThat(wrong.connector.connection("hanna").ping().isConnected()).isTrue();
    assertThat(alsoRight.connector.connection("hanna").status().checkedAt().orElseThrow())
        .isBeforeOrEqualTo(simulator.clock().instant());
  }

  @Test
  void evidenceFromTheFutureIsTrustedNoLongerThanAnyOther() {
    use(right);
    wrongClock.off(Duration.ofHours(1));
    assertThat(wrong.connector.connection("hanna").ping().isConnected()).isTrue();
    simulator.intuit().grants().revoke(Bench.REALM);
    for (int minute = 0; minute < 60; minute += 5) {
      GateDecision unused = right.decide("hanna");
      awaitFlight(right);
      later(Duration.ofMinutes(5));
    }
    later(Duration.ofMinutes(1));
    assertThat(right.decide("hanna").passes()).isFalse();
  }

  @Test
  void evidenceFromTheFutureAnswersNobodysPing() {
    use(right);
    wrongClock.off(Duration.ofHours(1));
    assertThat(wrong.connector.connection("hanna").ping().isConnected()).isTrue();
    later(Duration.ofMinutes(5));
    simulator.intuit().grants().revoke(Bench.REALM);
    assertThat(right.connector.connection("hanna").ping().isConnected()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {60, -60})
  void aPauseThatIsGivenAsATimeIsCountedByTheProvidersClock(long minutes) {
    use(wrong);
    later(Duration.ofHours(3));
    wrongClock.off(Duration.ofMinutes(minutes));
    ZonedDateTime now = simulator.clock().instant().atZone(ZoneOffset.UTC);
    Map<String, String> headers =
        Map.of(
            "date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now),
            "retry-after", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plusMinutes(2)));
    wrong.transport.replaceNextAnswer(answer -> answered(429, headers, ""));
    assertThatThrownBy(() -> token(wrong))
        .isInstanceOfSatisfying(
            ProviderUnavailableException.class,
            e -> assertThat(e.retryAfter()).contains(Duration.ofMinutes(2)));
  }

  @Test
  void aDisconnectIsObeyedWhateverTheClocksShow() {
    use(wrong);
    use(alsoRight);
    wrongClock.off(Duration.ofHours(-1));
    right.connector.connection("hanna").disconnect();
    later(Duration.ofSeconds(10));
    assertThat(wrong.decide("hanna").passes()).isFalse();
    assertThat(alsoRight.decide("hanna").passes()).isFalse();
    wrong.connect("hanna", Bench.REALM);
    later(Duration.ofSeconds(10));
    assertThat(right.decide("hanna").passes()).isTrue();
    assertThat(alsoRight.decide("hanna").passes()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"10, true", "10, false", "-10, true", "-10, false"})
  void aFlowBegunOnOneNodeEndsOnAnother(long minutes, boolean begunOnTheWrongNode) {
    wrongClock.off(Duration.ofMinutes(minutes));
    right.connector.connection("hanna").disconnect();
    later(Duration.ofSeconds(10));
    Bench first = begunOnTheWrongNode ? wrong : right;
    Bench second = begunOnTheWrongNode ? right : wrong;
    TestBrowser here = new TestBrowser(first.endpoints);
    URI consentUrl = URI.create(here.begin("/invoices"));
    String callback = simulator.intuit().consent(consentUrl, Bench.REALM).toString();
    TestBrowser there = new TestBrowser(second.endpoints);
    there.cookies.putAll(here.cookies);

    WebAnswer answer = there.get(callback);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers()).containsEntry("Location", "/app/invoices");
    later(Duration.ofSeconds(10));
    assertThat(first.decide("hanna").passes()).isTrue();
    long exchanges = tokenCalls();
    assertThat(here.get(callback).status()).isEqualTo(303);
    assertThat(tokenCalls()).as("the code is not sent again").isEqualTo(exchanges);
  }
}
