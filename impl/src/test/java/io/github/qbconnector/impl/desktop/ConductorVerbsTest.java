package io.github.qbconnector.impl.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qbconnector.Product;
import io.github.qbconnector.desktop.AuthSession;
import io.github.qbconnector.desktop.ConductorClient;
import io.github.qbconnector.desktop.EndUser;
import io.github.qbconnector.desktop.NewAuthSession;
import io.github.qbconnector.desktop.NewEndUser;
import io.github.qbconnector.error.DesktopOfflineException;
import io.github.qbconnector.error.ObjectNotFoundException;
import io.github.qbconnector.error.OutcomeUnknownException;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.error.RequestRejectedException;
import io.github.qbconnector.impl.testing.DesktopBench;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.conductor.Generation;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.core.LoggedRequest;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The seed document's verbs, one by one, and what is around them. */
@ExtendWith(SimulatorExtension.class)
class ConductorVerbsTest {
  private static final NewEndUser ACME = new NewEndUser("acme-1", "Acme Inc.", "bob@acme.com");

  private final QuickBooksSimulator simulator;
  private final DesktopBench bench;
  private final ConductorClient conductor;

  ConductorVerbsTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new DesktopBench(simulator, Map.of());
    this.conductor = bench.conductor;
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private EndUser linked() {
    EndUser user = conductor.endUsers().create(ACME);
    AuthSession session = conductor.authSessions().create(NewAuthSession.of(user.id()));
    simulator.conductor().connect(URI.create(session.authFlowUrl().reveal()));
    simulator.requests().clear();
    return user;
  }

  @Test
  void anEndUserIsCreatedListedReadFoundAndDeleted() {
    EndUser made = conductor.endUsers().create(ACME);
    assertThat(made.id()).startsWith("end_usr_");
    assertThat(made.sourceId()).isEqualTo("acme-1");
    assertThat(made.companyName()).isEqualTo("Acme Inc.");
    assertThat(made.email()).isEqualTo("bob@acme.com");
    assertThat(made.integrationConnections()).isEmpty();
    assertThat(conductor.endUsers().list()).containsExactly(made);
    assertThat(conductor.endUsers().retrieve(made.id())).isEqualTo(made);
    assertThat(conductor.endUsers().findBySourceId("acme-1")).contains(made);
    assertThat(conductor.endUsers().findBySourceId("acme-2")).isEmpty();
    conductor.endUsers().delete(made.id());
    assertThat(conductor.endUsers().list()).isEmpty();
    assertThatThrownBy(() -> conductor.endUsers().retrieve(made.id()))
        .isInstanceOf(ObjectNotFoundException.class);
    assertThatThrownBy(() -> conductor.endUsers().delete(made.id()))
        .isInstanceOf(ObjectNotFoundException.class);
  }

  @Test
  void aSecondEndUserOfTheSameSourceIdIsRefused() {
    EndUser unused = conductor.endUsers().create(ACME);
    assertThatThrownBy(() -> conductor.endUsers().create(ACME))
        .isInstanceOf(RequestRejectedException.class);
    assertThat(conductor.endUsers().list()).hasSize(1);
  }

  @Test
  void anAuthSessionHasALinkThatNobodySeesByAccident() {
    EndUser user = conductor.endUsers().create(ACME);
    AuthSession session =
        conductor
            .authSessions()
            .create(
                NewAuthSession.of(user.id())
                    .expiringAfter(Duration.ofHours(24))
                    .redirectingTo(URI.create("https://app.example.com/done")));
    assertThat(session.endUserId()).isEqualTo(user.id());
    assertThat(session.authFlowUrl().reveal()).contains("/qbd/auth_sess_client_secret_");
    assertThat(session.toString()).doesNotContain("client_secret").doesNotContain("pk_");
    assertThat(Duration.between(session.createdAt(), session.expiresAt()))
        .isEqualTo(Duration.ofHours(24));
    assertThat(session.redirectUrl()).contains(URI.create("https://app.example.com/done"));
    assertThat(conductor.authSessions().find(session.id()))
        .get()
        .extracting(AuthSession::id)
        .isEqualTo(session.id());
    assertThat(conductor.authSessions().find("auth_sess_nobody")).isEmpty();
  }

  @Test
  void whereSessionsCannotBeReadAnyMoreNoneIsFound() {
    EndUser user = conductor.endUsers().create(ACME);
    AuthSession session = conductor.authSessions().create(NewAuthSession.of(user.id()));
    simulator.conductor().serve(Generation.CURRENT);
    assertThat(conductor.authSessions().find(session.id())).isEmpty();
  }

  @Test
  void aPingSaysHowLongItTook() {
    EndUser user = linked();
    assertThat(conductor.ping(user.id())).isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(bench.count(EndpointKind.HEALTH_CHECK)).isEqualTo(1);
    assertThat(bench.count(EndpointKind.PING)).isZero();
  }

  @Test
  void theOlderPingIsAskedOnlyWhereTheNewerIsNotServed() {
    EndUser user = linked();
    simulator.conductor().serve(Generation.OLD);
    assertThat(conductor.ping(user.id())).isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(bench.count(EndpointKind.PING)).isEqualTo(1);

    simulator.conductor().serve(Generation.BOTH);
    simulator.requests().clear();
    assertThatThrownBy(() -> conductor.ping("end_usr_nobody"))
        .isInstanceOf(ObjectNotFoundException.class);
    assertThat(bench.count(EndpointKind.PING)).isZero();
  }

  @Test
  void aPingOfAnEndUserWhoNeverFinishedSaysSo() {
    EndUser user = conductor.endUsers().create(ACME);
    ReconnectRequiredException failure =
        catchThrowableOfType(ReconnectRequiredException.class, () -> conductor.ping(user.id()));
    assertThat(failure.providerType()).contains("INTEGRATION_CONNECTION_ERROR");
    assertThat(failure.providerCode()).contains("INTEGRATION_CONNECTION_NOT_SET_UP");
    assertThat(failure.httpStatus()).contains(409);
    assertThat(failure.userMessage()).isPresent();
    assertThat(failure.requestId()).get().asString().startsWith("req_");
    assertThat(failure.product()).contains(Product.DESKTOP);
    assertThat(failure.integrationCode()).isEmpty();
  }

  @Test
  void everyFieldOfAnErrorIsInTheException() {
    EndUser user = linked();
    simulator.conductor().desktops().set(user.id(), DesktopState.MODAL_DIALOG);
    DesktopOfflineException failure =
        catchThrowableOfType(DesktopOfflineException.class, () -> conductor.ping(user.id()));
    assertThat(failure.code()).isEqualTo("QBC0230");
    assertThat(failure.providerType()).contains("INTEGRATION_CONNECTION_ERROR");
    assertThat(failure.providerCode()).contains("QBD_CONNECTION_ERROR");
    assertThat(failure.integrationCode()).contains("0x80040414");
    assertThat(failure.httpStatus()).contains(502);
    assertThat(failure.userMessage()).get().asString().isNotBlank();
    assertThat(failure.content()).get().asString().contains("QBD_CONNECTION_ERROR");
    LoggedRequest last = simulator.requests().last().orElseThrow();
    assertThat(failure.requestId()).contains(last.tid());
  }

  @Test
  void aTimeLimitIsSentWithPingsAndRequests() {
    EndUser user = linked();
    Duration unused = conductor.withTimeout(Duration.ofSeconds(4)).ping(user.id());
    assertThat(simulator.requests().last().orElseThrow().timeout()).contains(Duration.ofSeconds(4));
    String unusedAnswer =
        conductor
            .withTimeout(Duration.ofSeconds(3))
            .passthrough(user.id(), "{\"CompanyQueryRq\": {}}");
    assertThat(simulator.requests().last().orElseThrow().timeout()).contains(Duration.ofSeconds(3));
    assertThatThrownBy(() -> conductor.withTimeout(Duration.ofMillis(10)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> conductor.withTimeout(Duration.ofSeconds(11)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void conductorGivesUpBeforeWeStopListening() {
    EndUser user = linked();
    Duration unused = conductor.ping(user.id());
    assertThat(simulator.requests().last().orElseThrow().timeout()).contains(Duration.ofSeconds(5));
    bench.keys.set("quickbooks.http.read-timeout", "PT100S");
    simulator.clock().advance(Duration.ofSeconds(2));
    Duration unusedToo = conductor.ping(user.id());
    assertThat(simulator.requests().last().orElseThrow().timeout()).isEmpty();
  }

  @Test
  void aRequestOfQuickBooksOwnLanguageGoesThrough() {
    EndUser user = linked();
    assertThat(conductor.passthrough(user.id(), "{\"InvoiceQueryRq\": {\"MaxReturned\": 2}}"))
        .contains("InvoiceQueryRs");
    assertThatThrownBy(() -> conductor.passthrough(user.id(), "[]"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> conductor.passthrough(user.id(), "{\"A\": {}, \"B\": {}}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> conductor.passthrough(user.id(), "{\"Invoices\": {}}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWriteWhoseAnswerIsLostIsUnknownAndIsNotRepeated() {
    EndUser user = linked();
    simulator.faults().add(Fault.of(FaultKind.DROP_AFTER_SEND).on(EndpointKind.PASSTHROUGH));
    String add = "{\"CustomerAddRq\": {\"CustomerAdd\": {\"Name\": \"New One\"}}}";
    assertThatThrownBy(() -> conductor.passthrough(user.id(), add))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(bench.count(EndpointKind.PASSTHROUGH)).isEqualTo(1);
  }

  @Test
  void aWriteThatTimesOutIsUnknown() {
    EndUser user = linked();
    simulator.conductor().desktops().set(user.id(), DesktopState.TIMEOUT);
    String add = "{\"CustomerAddRq\": {\"CustomerAdd\": {\"Name\": \"New One\"}}}";
    OutcomeUnknownException failure =
        catchThrowableOfType(
            OutcomeUnknownException.class, () -> conductor.passthrough(user.id(), add));
    assertThat(failure.providerCode()).contains("QBD_REQUEST_TIMEOUT");
    assertThat(failure.httpStatus()).contains(504);
  }

  @Test
  void anIdThatIsNoneIsRefusedBeforeItIsSent() {
    assertThatThrownBy(() -> conductor.endUsers().retrieve("../end-users"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> conductor.ping("a b")).isInstanceOf(IllegalArgumentException.class);
    assertThat(simulator.requests().list()).isEmpty();
  }
}
