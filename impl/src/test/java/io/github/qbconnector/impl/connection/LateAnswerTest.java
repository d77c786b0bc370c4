package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.event.Restored;
import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.testing.SwitchableTransport.Held;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
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

/** A node stands still for longer than its lease, before its call or after it. */
@ExtendWith(SimulatorExtension.class)
@Timeout(60)
class LateAnswerTest {
  private static final Duration PAST_THE_LEASE = Duration.ofMinutes(10);

  private final QuickBooksSimulator simulator;
  private final Bench paused;
  private final Bench sibling;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  LateAnswerTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    MemoryStore store = new MemoryStore(simulator.clock());
    this.paused = new Bench(simulator, Map.of(), store);
    this.sibling = new Bench(simulator, Map.of(), store);
  }

  @BeforeEach
  void connect() {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE).grace(Duration.ZERO);
    paused.connect("hanna", Bench.REALM);
    simulator.requests().clear();
    later(Duration.ofHours(2));
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    paused.close();
    sibling.close();
  }

  private void later(Duration time) {
    simulator.clock().advance(time);
  }

  private static String token(Bench node) {
    return node.calls.call("hanna", Evidence.CALL, (grant, id) -> grant.accessToken().reveal());
  }

  private static ConnectionState state(Bench node) {
    return node.connector.connection("hanna").status().state();
  }

  /** A caller whose node has used the token up and stands still before it hears the answer. */
  private CompletableFuture<String> callerOfThePausedNode(Held held) throws InterruptedException {
    CompletableFuture<String> caller = CompletableFuture.supplyAsync(() -> token(paused), threads);
    held.awaitAnswer();
    later(PAST_THE_LEASE);
    return caller;
  }

  @Test
  void aLateAnswerIsWrittenAndLiftsTheEndThatASiblingBelievedIn() throws Exception {
    Held held = paused.transport.holdNextAnswer();
    CompletableFuture<String> caller = callerOfThePausedNode(held);
    assertThatThrownBy(() -> token(sibling)).isInstanceOf(ReconnectRequiredException.class);
    assertThat(state(sibling)).isEqualTo(ConnectionState.RECONNECT_REQUIRED);

    held.letGo();

    assertThat(caller.get()).isNotEmpty();
    assertThat(state(paused)).isEqualTo(ConnectionState.CONNECTED);
    later(Duration.ofSeconds(1));
    assertThat(token(sibling)).isEqualTo(caller.get());
    assertThat(state(sibling)).isEqualTo(ConnectionState.CONNECTED);
    later(Duration.ofHours(2));
    assertThat(token(sibling)).as("the refresh token is the living one").isNotEmpty();
  }

  @Test
  void whoWritesALateAnswerThatHealsTellsTheApplication() throws Exception {
    paused.events.clear();
    Held held = paused.transport.holdNextAnswer();
    CompletableFuture<String> caller = callerOfThePausedNode(held);
    assertThatThrownBy(() -> token(sibling)).isInstanceOf(ReconnectRequiredException.class);
    paused.lifecycle.known("hanna").outdated = true;
    assertThat(state(paused)).isEqualTo(ConnectionState.RECONNECT_REQUIRED);
    held.letGo();
    assertThat(caller.get()).isNotEmpty();
    assertThat(paused.events).hasOnlyElementsOfType(Restored.class).hasSize(1);
  }

  @Test
  void aLateAnswerDoesNotTakeThePlaceOfANewConnection() throws Exception {
    Held held = paused.transport.holdNextAnswer();
    CompletableFuture<String> caller = callerOfThePausedNode(held);
    sibling.connect("hanna", Bench.OTHER_REALM);
    held.letGo();
    assertThat(caller.get()).isEqualTo(token(sibling));
    assertThat(paused.stored("hanna").companyId()).isEqualTo(Bench.OTHER_REALM);
  }

  @Test
  void aLateAnswerDoesNotBringBackWhatTheUserHasEnded() throws Exception {
    Held held = paused.transport.holdNextAnswer();
    CompletableFuture<String> caller = callerOfThePausedNode(held);
    sibling.connector.connection("hanna").disconnect();
    held.letGo();
    assertThatThrownBy(caller::get).hasCauseInstanceOf(NotConnectedException.class);
    assertThat(state(paused)).isEqualTo(ConnectionState.NOT_CONNECTED);
    assertThat(paused.stored("hanna").isTombstone()).isTrue();
  }

  @Test
  void aNodeWhoseLeaseMayHaveRunOutDoesNotCall() {
    // The same as a pause between lease and call: what is left of the lease no longer covers it.
    paused.store.afterNext(
        "lease",
        () -> {
          paused.keys.set("quickbooks.http.read-timeout", "PT5M");
          later(PAST_THE_LEASE);
          assertThat(token(sibling)).isNotEmpty();
        });
    assertThat(token(paused)).isEqualTo(token(sibling));
    assertThat(simulator.requests().count(EndpointKind.TOKEN)).isEqualTo(1);
  }

  @Test
  void aNodeWhoseLeaseMayHaveRunOutTakesAnother() {
    int before = paused.store.calls("lease");
    paused.store.afterNext(
        "lease",
        () -> {
          paused.keys.set("quickbooks.http.read-timeout", "PT5M");
          later(PAST_THE_LEASE);
        });
    assertThat(token(paused)).isNotEmpty();
    assertThat(paused.store.calls("lease") - before).isEqualTo(2);
    assertThat(simulator.requests().count(EndpointKind.TOKEN)).isEqualTo(1);
  }
}
