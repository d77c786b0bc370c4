package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.MisconfiguredException;
import io.github.qbconnector.gate.GateDecision.Verdict;
import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import io.github.qbconnector.spi.ConnectionRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(SimulatorExtension.class)
@Timeout(60)
class BrokenRowTest {
  private static final String ID = new ConnectionKey("default", "hanna").recordId();

  private final QuickBooksSimulator simulator;
  private final MemoryStore store;
  private final Bench bench;
  private final Bench fresh;

  BrokenRowTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.store = new MemoryStore(simulator.clock());
    this.bench = new Bench(simulator, Map.of(), store);
    this.fresh = new Bench(simulator, Map.of(), store);
  }

  @BeforeEach
  void connect() {
    bench.connect("hanna", Bench.REALM);
    simulator.requests().clear();
  }

  @AfterEach
  void close() {
    bench.close();
    fresh.close();
  }

  private ConnectionRecord row() {
    return store.find(ID).orElseThrow();
  }

  private void contentIs(String content) {
    ConnectionRecord old = row();
    boolean unused =
        store.replace(
            new ConnectionRecord(
                old.id(),
                old.connector(),
                old.owner(),
                old.companyId(),
                old.revision() + 1,
                content,
                old.keyId(),
                old.dueAt(),
                old.evidence(),
                old.evidenceAt()),
            old.revision());
  }

  private static String token(Bench node) {
    return node.calls.call("hanna", Evidence.CALL, (grant, id) -> grant.accessToken().reveal());
  }

  private void assertThatTheSealIsBrokenFor(Bench node) {
    ConnectionRecord before = row();
    ConnectionStatus status = node.connector.connection("hanna").status();
    assertThat(status.state()).isEqualTo(ConnectionState.MISCONFIGURED);
    assertThat(status.reason()).isEqualTo(StatusReason.SEAL_BROKEN);
    assertThat(node.decide("hanna").verdict()).isEqualTo(Verdict.UNAVAILABLE);
    assertThatThrownBy(() -> token(node)).isInstanceOf(MisconfiguredException.class);
    assertThat(node.connector.connection("hanna").ping().state())
        .isEqualTo(ConnectionState.MISCONFIGURED);
    assertThat(simulator.requests().list()).as("nobody is asked").isEmpty();
    assertThat(row()).as("nothing is deleted").isEqualTo(before);
  }

  static Stream<UnaryOperator<String>> damages() {
    return Stream.of(
        good -> good.substring(0, good.length() / 2),
        good -> "",
        good -> "null",
        good -> good.replace("\"obtainedAt\"", "\"other\""),
        good -> good.replace("\"refreshToken\":\"v1.test.", "\"refreshToken\":\"v1.test.AAAA"),
        good -> good.replaceAll("v1\\.[^.]*\\.", "v1.gone."),
        good -> good.replace("\"" + Bench.REALM + "\"", "\"" + Bench.OTHER_REALM + "\""));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void aDamagedRowIsOperationsMatterAndWorksAgainWhenItIsMended(UnaryOperator<String> damage) {
    String good = row().content();
    contentIs(damage.apply(good));
    assertThatTheSealIsBrokenFor(fresh);
    contentIs(good);
    simulator.clock().advance(Duration.ofMillis(300));
    assertThat(token(fresh)).isEqualTo(token(bench));
  }

  @Test
  void aRowSealedWithAnUnknownKeyWorksAgainWhenTheKeyIsBack() {
    Sealer before =
        fresh.sealer.getAndSet(
            new Sealer(
                List.of(
                    EncryptionKey.parse("other:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="))));
    assertThatTheSealIsBrokenFor(fresh);
    fresh.sealer.set(before);
    simulator.clock().advance(Duration.ofMillis(300));
    assertThat(token(fresh)).isEqualTo(token(bench));
  }

  @Test
  void aNodeThatKnewTheRowFindsOutBeforeItUsesATokenUp() {
    contentIs(row().content().replaceAll("v1\\.[^.]*\\.", "v1.gone."));
    simulator.clock().advance(Duration.ofHours(2));
    assertThatTheSealIsBrokenFor(bench);
  }

  @Test
  void connectingAnewTakesThePlaceOfARowThatCannotBeOpened() {
    contentIs(row().content().replaceAll("v1\\.[^.]*\\.", "v1.gone."));
    fresh.connect("hanna", Bench.REALM);
    assertThat(fresh.connector.connection("hanna").status().state())
        .isEqualTo(ConnectionState.CONNECTED);
  }
}
