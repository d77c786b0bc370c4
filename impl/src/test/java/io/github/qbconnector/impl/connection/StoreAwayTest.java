package io.github.qbconnector.impl.connection;

import static io.github.qbconnector.impl.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.testing.SwitchableTransport.Held;
import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import io.github.qbconnector.spi.ConnectionRecord;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store fails at every moment of a refresh; each refresh token is good for one use. */
@ExtendWith(SimulatorExtension.class)
@Timeout(60)
class StoreAwayTest {
  private final QuickBooksSimulator simulator;
  private final MemoryStore store;
  private final Bench bench;
  private final Bench sibling;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  StoreAwayTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.store = new MemoryStore(simulator.clock());
    this.bench = new Bench(simulator, Map.of(), store);
    this.sibling = new Bench(simulator, Map.of(), store);
  }

  @BeforeEach
  void connect() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE).grace(Duration.ZERO);
    bench.connect("hanna", Bench.REALM);
    simulator.requests().clear();
    later(Duration.ofHours(2));
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
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

  private static StatusReason reason(Bench node) {
    return node.connector.connection("hanna").status().reason();
  }

  private void assertThatTheStoreIsAwayFor(Bench node) {
    assertThatThrownBy(() -> token(node))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageContaining("QBC0302");
    assertThat(reason(node)).isEqualTo(StatusReason.STORE_UNAVAILABLE);
  }

  /** The newest grant is in the store and good for another refresh, whoever needs it. */
  private void assertThatNothingIsLost(long calls) {
    later(Duration.ofSeconds(10));
    String token = token(bench);
    later(Duration.ofSeconds(10));
    assertThat(token(sibling)).isEqualTo(token);
    assertThat(tokenCalls()).isEqualTo(calls);
    later(Duration.ofHours(2));
    assertThat(token(sibling)).isNotEqualTo(token);
    assertThat(simulator.requests().count(r -> r.status() == 400)).isZero();
  }

  @Test
  void withoutTheStoreNoTokenIsUsedUp() {
    bench.store.pull();
    assertThatTheStoreIsAwayFor(bench);
    assertThat(tokenCalls()).isZero();
    bench.store.plug();
    assertThatNothingIsLost(1);
  }

  @Test
  void aStoreThatGoesAwayDuringTheCallGetsTheAnswerLater() throws Exception {
    Held held = bench.transport.holdNextAnswer();
    CompletableFuture<String> caller = CompletableFuture.supplyAsync(() -> token(bench), threads);
    held.awaitAnswer();
    bench.store.pull();
    held.letGo();
    assertThatThrownBy(caller::get).hasMessageContaining("QBC0302");
    assertThat(reason(bench)).isEqualTo(StatusReason.STORE_UNAVAILABLE);
    bench.store.plug();
    assertThatNothingIsLost(1);
  }

  @Test
  void aWriteWhoseAnswerIsLostCounts() {
    bench.store.loseAnswers("replace", 1);
    String token = token(bench);
    assertThat(token).isEqualTo(token(sibling));
    assertThatNothingIsLost(1);
  }

  @Test
  void aWriteThatFailsOnceIsTriedAgainAtOnce() {
    bench.store.failReplacements(1);
    assertThat(token(bench)).isEqualTo(token(sibling));
    assertThatNothingIsLost(1);
  }

  @Test
  void evidenceThatIsNotWrittenDownDoesNoHarm() {
    bench.store.fail("note", 1);
    assertThat(token(bench)).isEqualTo(token(sibling));
    assertThatNothingIsLost(1);
  }

  @Test
  void whatTheStoreDidNotTakeIsSavedThoughNobodyUsesThatConnectionAgain() {
    bench.connect("nora", Bench.REALM);
    simulator.requests().clear();
    bench.store.failReplacements(3);
    assertThatTheStoreIsAwayFor(bench);
    long before = bench.stored("hanna").generation();
    later(Duration.ofSeconds(12));
    assertThat(bench.decide("nora").passes()).isTrue();
    eventually("it is saved", () -> bench.stored("hanna").generation() > before);
    assertThatNothingIsLost(1);
  }

  @Test
  void whatTheStoreDidNotTakeIsSavedWhenTheApplicationStops() {
    bench.store.failReplacements(3);
    assertThatTheStoreIsAwayFor(bench);
    bench.renewals.saveNow();
    assertThat(token(sibling)).isNotEmpty();
    assertThatNothingIsLost(1);
  }

  @Test
  void oneThatCannotBeSavedKeepsNoOtherFromBeingSaved() {
    bench.connect("nora", Bench.REALM);
    bench.connect("olga", Bench.REALM);
    later(Duration.ofHours(2));
    for (String owner : new String[] {"hanna", "nora", "olga"}) {
      bench.store.failReplacements(3);
      assertThatThrownBy(() -> bench.calls.renewNow(owner))
          .isInstanceOf(ProviderUnavailableException.class);
    }
    long hanna = bench.stored("hanna").generation();
    long olga = bench.stored("olga").generation();
    spoil("nora");
    bench.renewals.saveNow();
    assertThat(bench.stored("hanna").generation()).isGreaterThan(hanna);
    assertThat(bench.stored("olga").generation()).isGreaterThan(olga);
  }

  private void spoil(String owner) {
    ConnectionRecord good =
        store.find(new ConnectionKey("default", owner).recordId()).orElseThrow();
    boolean unused =
        store.replace(
            new ConnectionRecord(
                good.id(),
                good.connector(),
                good.owner(),
                good.companyId(),
                good.revision() + 1,
                good.content().replaceAll("v1\\.[^.]*\\.", "v1.gone."),
                "gone",
                good.dueAt(),
                good.evidence(),
                good.evidenceAt()),
            good.revision());
  }

  @Test
  void untilItIsSavedNoSiblingUsesTheDeadToken() {
    bench.store.failReplacements(3);
    assertThatTheStoreIsAwayFor(bench);
    int before = sibling.store.calls("lease");
    CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> token(sibling), threads);
    eventually("the sibling wants to renew", () -> sibling.store.calls("lease") > before);
    assertThat(tokenCalls()).isEqualTo(1);
    bench.renewals.saveNow();
    assertThat(other.join()).isEqualTo(token(bench));
    assertThatNothingIsLost(1);
  }

  @Test
  void aLeaseIsGivenBackWhenTheStoreFailsRightAfterIt() {
    bench.store.afterNext("lease", () -> bench.store.fail("find", 1));
    assertThatTheStoreIsAwayFor(bench);
    assertThat(tokenCalls()).isZero();
    int before = sibling.store.calls("lease");
    assertThat(token(sibling)).isNotEmpty();
    assertThat(sibling.store.calls("lease") - before).as("got at once").isEqualTo(1);
    assertThatNothingIsLost(1);
  }

  @Test
  void aGoodConnectionGoesOnWhileTheStoreIsAway() {
    String token = token(bench);
    bench.store.pull();
    later(Duration.ofMinutes(20));
    assertThat(token(bench)).isEqualTo(token);
    assertThat(bench.decide("hanna").passes()).isTrue();
    bench.store.plug();
    assertThatNothingIsLost(1);
  }
}
