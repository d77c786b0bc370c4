package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
@Timeout(60)
class CallEvidenceTest {
  private static final EncryptionKey ANOTHER_KEY =
      EncryptionKey.parse("another:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoxMjM0NTY=");

  private final QuickBooksSimulator simulator;
  private final Bench bench;

  CallEvidenceTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new Bench(simulator, Map.of());
  }

  @BeforeEach
  void connect() {
    bench.connect("hanna", Bench.REALM);
    call();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void call() {
    assertThat(bench.connector.connection("hanna").accounting().companyInfo().companyName())
        .isEqualTo("Harbor Street Bakery");
  }

  private ConnectionStatus status() {
    return bench.connector.connection("hanna").status();
  }

  @Test
  void manyGoodCallsOfOneMomentAreNotedOnce() {
    ConnectionStatus first = status();
    int stored = bench.store.calls("note");
    for (int i = 0; i < 100; i++) {
      call();
    }
    assertThat(status()).isSameAs(first);
    assertThat(bench.store.calls("note")).isEqualTo(stored);
  }

  @Test
  void nothingIsOpenedOfAConnectionThatIsKnown() {
    bench.sealer.set(new Sealer(List.of(ANOTHER_KEY)));
    for (int i = 0; i < 100; i++) {
      call();
      assertThat(status().state()).isEqualTo(ConnectionState.CONNECTED);
      assertThat(bench.decide("hanna").passes()).isTrue();
    }
    KnownConnection known = bench.lifecycle.known("hanna");
    assertThat(bench.lifecycle.connections().reread(known).isSealBroken())
        .as("opening would have failed")
        .isTrue();
  }

  @Test
  void aGoodCallOfAnotherMomentIsNewEvidence() {
    simulator.clock().advance(Duration.ofSeconds(2));
    Instant begin = simulator.clock().instant();
    call();
    assertThat(status().checkedAt().orElseThrow()).isAfterOrEqualTo(begin);
    assertThat(status().evidence()).isEqualTo(Evidence.CALL);
  }

  @Test
  void aGoodCallEndsTheTroubleThatAroseWhileItWasUnderWay() {
    ConnectionState meanwhile =
        bench.calls.call(
            "hanna",
            Evidence.CALL,
            (grant, company) -> {
              simulator.faults().add(Fault.status(503).on(EndpointKind.ACCOUNTING).times(4));
              assertThatThrownBy(this::call).isInstanceOf(ProviderUnavailableException.class);
              simulator.faults().clear();
              return status().state();
            });
    assertThat(meanwhile).isEqualTo(ConnectionState.PROVIDER_DOWN);
    assertThat(status().state()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void aGoodCallThatOutlivesItsConnectionDoesNotBringItBack() {
    String unused =
        bench.calls.call(
            "hanna",
            Evidence.CALL,
            (grant, company) -> {
              bench.connector.connection("hanna").disconnect();
              return company;
            });
    assertThat(status().state()).isEqualTo(ConnectionState.NOT_CONNECTED);
  }
}
