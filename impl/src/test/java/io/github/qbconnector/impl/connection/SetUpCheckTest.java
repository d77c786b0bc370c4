package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.RandomIds;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.testing.LoggedMessages;
import io.github.qbconnector.impl.vault.FlowVault;
import io.github.qbconnector.simulator.core.SimulatorClock;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class SetUpCheckTest {
  private final SimulatorClock clock = new SimulatorClock();
  private final EncryptionKey shared =
      EncryptionKey.parse("k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");

  /** A node with a store of its own, or one that it shares. */
  private FlowSeal node(EncryptionKey key, MemoryStore store) {
    Sealer sealer = new Sealer(List.of(key));
    return new FlowSeal(() -> sealer, new FlowVault(store, clock));
  }

  private MemoryStore store() {
    return new MemoryStore(clock);
  }

  private Flow flow() {
    return new Flow(
        RandomIds.next(),
        "default",
        "hanna",
        "",
        false,
        Secret.of("verifier"),
        Secret.of("nonce"),
        clock.instant().plusSeconds(900));
  }

  private static List<String> told(FlowSeal begins, FlowSeal ends, Flow... flows) {
    try (LoggedMessages log = new LoggedMessages()) {
      for (Flow flow : flows) {
        ends.open(flow.id(), begins.seal(flow));
      }
      return log.numbered("QBC0306");
    }
  }

  @Test
  void nodesThatShareAStoreAreLeftInPeace() {
    MemoryStore store = store();
    assertThat(told(node(shared, store), node(shared, store), flow(), flow())).isEmpty();
  }

  @Test
  void nodesWithTheSameKeysButStoresOfTheirOwnAreToldOnce() {
    assertThat(told(node(shared, store()), node(shared, store()), flow(), flow()))
        .singleElement()
        .asString()
        .contains("quickbooks.store.data-source");
  }

  @Test
  void nodesThatKeepConnectionsInMemoryAreToldOnce() {
    FlowSeal first = node(EncryptionKey.ephemeral(), store());
    LockSupport.parkNanos(3_000_000);
    FlowSeal second = node(EncryptionKey.ephemeral(), store());
    assertThat(told(second, first, flow(), flow()))
        .singleElement()
        .asString()
        .contains("quickbooks.store=jdbc");
  }

  @Test
  void aFlowFromBeforeARestartIsNoSecondNode() {
    FlowSeal before = node(EncryptionKey.ephemeral(), store());
    LockSupport.parkNanos(3_000_000);
    assertThat(told(before, node(EncryptionKey.ephemeral(), store()), flow())).isEmpty();
  }
}
