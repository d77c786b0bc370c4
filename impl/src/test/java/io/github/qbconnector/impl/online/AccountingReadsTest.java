package io.github.qbconnector.impl.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.RequestRejectedException;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.online.AccountingReader;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class AccountingReadsTest {
  private final QuickBooksSimulator simulator;
  private final Bench bench;

  AccountingReadsTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new Bench(simulator, Map.of());
  }

  @BeforeEach
  void connect() {
    bench.connect("hanna", Bench.REALM);
    simulator.requests().clear();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private AccountingReader reader() {
    return bench.connector.connection("hanna").accounting();
  }

  @Test
  void aQueryBringsIntuitsAnswerAsItCame() {
    assertThat(reader().queryJson("SELECT * FROM Invoice MAXRESULTS 2"))
        .contains("\"QueryResponse\"", "\"DocNumber\"", "\"maxResults\":2");
  }

  @Test
  void aWrongStatementIsTheCallersMistakeAndSaysWhatIsWrong() {
    assertThatThrownBy(() -> reader().queryJson("SELEKT * FROM Invoice"))
        .isInstanceOfSatisfying(
            RequestRejectedException.class,
            e -> {
              assertThat(e.faults()).isNotEmpty();
              assertThat(e.providerCode()).contains("4000");
            });
    assertThat(bench.connector.connection("hanna").status().state())
        .isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void aFaultInAnAnswerOfStatus200IsAFault() {
    simulator.faults().add(Fault.of(FaultKind.FAULT_200).on(EndpointKind.ACCOUNTING).once());
    assertThatThrownBy(() -> reader().companyInfo())
        .isInstanceOf(ProviderUnavailableException.class);
  }

  @Test
  void everyKindOfBadAnswerIsAnOutageAndLeavesTheConnectionAlone() {
    for (Fault fault :
        java.util.List.of(
            Fault.status(500),
            Fault.of(FaultKind.MALFORMED),
            Fault.of(FaultKind.HTML_200),
            Fault.of(FaultKind.DROP_AFTER_SEND),
            Fault.huge(10_000_000))) {
      // Twice: the JDK's client asks again itself when the connection is cut before an answer.
      long id = simulator.faults().add(fault.on(EndpointKind.ACCOUNTING).times(2));
      assertThatThrownBy(() -> reader().companyInfo())
          .as(fault.toString())
          .isInstanceOf(ProviderUnavailableException.class);
      boolean unused = simulator.faults().remove(id);
      assertThat(reader().companyInfo().companyName()).isEqualTo("Harbor Street Bakery");
    }
  }

  @Test
  void aSuccessfulCallIsEvidence() {
    reader().companyInfo();
    assertThat(bench.connector.connection("hanna").status().evidence()).isEqualTo(Evidence.CALL);
    assertThat(bench.connector.connection("hanna").ping().evidence()).isEqualTo(Evidence.PING);
  }

  @Test
  void aPingCostsOneMeteredCallAndAnswersWithAStatus() {
    assertThat(bench.connector.connection("hanna").ping().state())
        .isEqualTo(ConnectionState.CONNECTED);
    assertThat(simulator.requests().metered()).isEqualTo(1);
    simulator.faults().add(Fault.status(503).on(EndpointKind.ACCOUNTING));
    assertThat(bench.connector.connection("hanna").ping().state())
        .isEqualTo(ConnectionState.PROVIDER_DOWN);
    assertThat(bench.connector.connection("nora").ping().state())
        .isEqualTo(ConnectionState.NOT_CONNECTED);
  }

  @Test
  void whoIsNotConnectedGetsAnExceptionThatSaysSo() {
    assertThatThrownBy(() -> bench.connector.connection("nora").accounting().companyInfo())
        .isInstanceOf(NotConnectedException.class);
    assertThatThrownBy(() -> bench.connector.connection("nora").details())
        .isInstanceOf(NotConnectedException.class);
  }

  @Test
  void allConnectionsAreListedInKeysetPages() {
    for (int i = 0; i < 250; i++) {
      bench.connect("owner-" + i, Bench.OTHER_REALM);
    }
    assertThat(bench.connector.connections()).hasSize(251);
  }
}
