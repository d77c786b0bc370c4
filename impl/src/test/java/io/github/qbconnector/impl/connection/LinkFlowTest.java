package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.desktop.NewEndUser;
import io.github.qbconnector.error.MisconfiguredException;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.error.ObjectNotFoundException;
import io.github.qbconnector.error.OutcomeUnknownException;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.event.Connected;
import io.github.qbconnector.event.Disconnected;
import io.github.qbconnector.impl.connection.LinkFlow.Begun;
import io.github.qbconnector.impl.testing.DesktopBench;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.conductor.EndUser;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import io.github.qbconnector.spi.OwnerProfile.Profile;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class LinkFlowTest {
  private final QuickBooksSimulator simulator;
  private final DesktopBench bench;

  LinkFlowTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new DesktopBench(simulator, Map.of());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Begun begin() {
    return bench.flow.begin("june", false, null, DesktopBench.AFTERWARDS, "June");
  }

  private URI opened() {
    return URI.create(((Begun.Opened) begin()).link().url().reveal());
  }

  private ConnectionStatus status() {
    return bench.connector.connection("june").status();
  }

  private List<EndUser> endUsers() {
    return simulator.conductor().endUsers().list();
  }

  private int sessions() {
    return simulator.conductor().sessions().list().size();
  }

  @Test
  void beginningMakesOneEndUserAndOneLinkAndRemembersBoth() {
    assertThat(begin()).isInstanceOf(Begun.Opened.class);
    assertThat(endUsers())
        .singleElement()
        .satisfies(
            user -> {
              assertThat(user.sourceId()).isEqualTo("june");
              assertThat(user.companyName()).isEqualTo("Juniper & Slate");
              assertThat(user.email()).isEqualTo("june@example.com");
              assertThat(bench.stored("june").companyId()).isEqualTo(user.id());
            });
    assertThat(sessions()).isEqualTo(1);
    assertThat(status().state()).isEqualTo(ConnectionState.CONNECTING);
    assertThat(status().reason()).isEqualTo(StatusReason.FLOW_OPEN);
  }

  @Test
  void theLinkLivesAsLongAsConfigured() {
    bench.keys.set("quickbooks.desktop.link-expiry", "P2D");
    simulator.clock().advance(Duration.ofSeconds(2));
    Begun.Opened opened = (Begun.Opened) begin();
    assertThat(Duration.between(simulator.clock().instant(), opened.link().expiresAt()))
        .isBetween(Duration.ofDays(2).minusMinutes(1), Duration.ofDays(2));
  }

  @Test
  void beginningAgainGoesOnWithTheOpenLink() {
    URI first = opened();
    assertThat(opened()).isEqualTo(first);
    assertThat(sessions()).isEqualTo(1);
  }

  @Test
  void aNewLinkIsMadeWhenAskedFor() {
    URI first = opened();
    Begun anew = bench.flow.begin("june", true, null, DesktopBench.AFTERWARDS, "June");
    assertThat(((Begun.Opened) anew).link().url().reveal()).isNotEqualTo(first.toString());
    assertThat(endUsers()).hasSize(1);
  }

  @Test
  void manyTabsMakeOneEndUser() throws Exception {
    ExecutorService tabs = Executors.newFixedThreadPool(8);
    try {
      List<Future<Begun>> begun =
          tabs.invokeAll(java.util.Collections.nCopies(8, (Callable<Begun>) this::begin));
      for (Future<Begun> one : begun) {
        assertThat(one.get()).isInstanceOf(Begun.Opened.class);
      }
    } finally {
      tabs.shutdownNow();
    }
    assertThat(endUsers()).hasSize(1);
    assertThat(sessions()).isEqualTo(1);
  }

  @Test
  void finishingOnTheMachineConnectsWithoutWakingIt() {
    URI link = opened();
    simulator.conductor().connect(link);
    simulator.requests().clear();
    assertThat(bench.connector.connection("june").ping().state())
        .isEqualTo(ConnectionState.CONNECTED);
    assertThat(bench.count(EndpointKind.END_USERS)).isEqualTo(1);
    assertThat(bench.count(EndpointKind.HEALTH_CHECK)).isZero();
    assertThat(bench.connector.connection("june").details().companyName())
        .contains("Juniper & Slate");
    assertThat(bench.connector.connection("june").details().connectedBy()).contains("June");
    assertThat(bench.events).filteredOn(Connected.class::isInstance).hasSize(1);
  }

  @Test
  void aHalfFinishedSetUpIsNotAConnection() {
    opened();
    simulator.conductor().desktops().set(bench.endUser("june"), DesktopState.STARTED);
    assertThat(bench.connector.connection("june").ping().state())
        .isEqualTo(ConnectionState.CONNECTING);
    assertThatThrownBy(() -> bench.connector.connection("june").companyFile().company())
        .isInstanceOf(NotConnectedException.class);
    assertThatThrownBy(() -> bench.connector.connection("june").details())
        .isInstanceOf(NotConnectedException.class);
  }

  @Test
  void aLinkThatWasNotUsedInTimeIsReplacedForTheSameEndUser() {
    URI first = opened();
    String endUser = bench.endUser("june");
    simulator.clock().advance(Duration.ofMinutes(31));
    assertThat(status().state()).isEqualTo(ConnectionState.NOT_CONNECTED);
    assertThat(status().reason()).isEqualTo(StatusReason.LINK_EXPIRED);
    assertThat(opened()).isNotEqualTo(first);
    assertThat(bench.endUser("june")).isEqualTo(endUser);
    assertThat(endUsers()).hasSize(1);
  }

  @Test
  void anEndUserWhoWasLinkedBeforeIsConnectedWithoutALink() {
    EndUser user =
        simulator.conductor().endUsers().add("Juniper & Slate", "june", "june@example.com");
    simulator.conductor().desktops().set(user.id(), DesktopState.ACTIVE);
    simulator
        .conductor()
        .desktops()
        .lastSuccessfulRequestAt(user.id(), simulator.clock().instant().minusSeconds(60));
    assertThat(begin()).isInstanceOf(Begun.Linked.class);
    assertThat(status().state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(sessions()).isZero();
    assertThat(bench.events).filteredOn(Connected.class::isInstance).hasSize(1);
  }

  @Test
  void afterADisconnectConnectingAlwaysRunsANewSession() {
    String endUser = bench.connect("june");
    bench.connector.connection("june").disconnect();
    assertThat(status().reason()).isEqualTo(StatusReason.DISCONNECTED);
    assertThat(bench.events).filteredOn(Disconnected.class::isInstance).hasSize(1);
    assertThat(bench.connector.connections()).isEmpty();

    assertThat(begin()).isInstanceOf(Begun.Opened.class);
    assertThat(sessions()).isEqualTo(2);
    assertThat(bench.endUser("june")).isEqualTo(endUser);
    // The machine still answers at Conductor, which must not count.
    assertThat(bench.connector.connection("june").ping().state())
        .isEqualTo(ConnectionState.CONNECTING);
    simulator.clock().advance(Duration.ofSeconds(10));
    simulator.conductor().connect(opened());
    assertThat(bench.connector.connection("june").ping().isConnected()).isTrue();
  }

  @Test
  void disconnectingMayDeleteTheEndUser() {
    bench.connect("june");
    bench.connector.connection("june").disconnectAndDeleteEndUser();
    assertThat(endUsers()).isEmpty();
    assertThat(status().reason()).isEqualTo(StatusReason.DISCONNECTED);
    bench.connector.connection("june").disconnectAndDeleteEndUser();

    assertThat(begin()).isInstanceOf(Begun.Opened.class);
    assertThat(endUsers()).hasSize(1);
  }

  @Test
  void anEndUserSomebodyElseHasIsNotDeleted() {
    String endUser = bench.connect("june");
    bench.connector.adopt("jasper", endUser);
    bench.connector.connection("june").disconnectAndDeleteEndUser();
    assertThat(endUsers()).hasSize(1);
    assertThat(bench.connector.connection("jasper").status().isConnected()).isTrue();
  }

  @Test
  void whoCannotDeleteIsToldAndForgottenHereAllTheSame() {
    bench.connect("june");
    simulator.faults().add(Fault.status(503).on(EndpointKind.END_USERS));
    assertThatThrownBy(() -> bench.connector.connection("june").disconnectAndDeleteEndUser())
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(status().reason()).isEqualTo(StatusReason.DISCONNECTED);
    simulator.faults().clear();
    bench.connector.connection("june").disconnectAndDeleteEndUser();
    assertThat(endUsers()).isEmpty();
  }

  @Test
  void aCreatedEndUserIsFoundAgainWhenTheAnswerWasLost() {
    NewEndUser june = new NewEndUser("june", "Juniper & Slate", "june@example.com");
    simulator.faults().add(Fault.of(FaultKind.DROP_AFTER_SEND).on(EndpointKind.END_USERS).once());
    assertThatThrownBy(() -> bench.conductor.endUsers().create(june))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(begin()).isInstanceOf(Begun.Opened.class);
    assertThat(endUsers()).hasSize(1);
  }

  @Test
  void anEndUserIsRememberedBeforeItsLinkIsMade() {
    simulator.faults().add(Fault.status(503).on(EndpointKind.AUTH_SESSIONS).once());
    assertThatThrownBy(this::begin).isInstanceOf(ProviderUnavailableException.class);
    assertThat(bench.stored("june").companyId()).isEqualTo(bench.endUser("june"));
    assertThat(status().reason()).isEqualTo(StatusReason.NOT_SET_UP);
    assertThat(begin()).isInstanceOf(Begun.Opened.class);
    assertThat(endUsers()).hasSize(1);
  }

  @Test
  void whoNobodyKnowsIsAskedFor() {
    bench.profile = Optional.empty();
    assertThat(bench.flow.asksForProfile("june")).isTrue();
    assertThat(begin()).isInstanceOf(Begun.ProfileMissing.class);
    assertThat(endUsers()).isEmpty();
    Begun begun =
        bench.flow.begin(
            "june",
            false,
            new Profile("Slate", "slate@example.com"),
            DesktopBench.AFTERWARDS,
            "June");
    assertThat(begun).isInstanceOf(Begun.Opened.class);
    assertThat(endUsers()).singleElement().extracting(EndUser::companyName).isEqualTo("Slate");
    assertThat(bench.flow.asksForProfile("june")).isFalse();
  }

  @Test
  void aWrongSecretKeyMakesNoEndUser() {
    bench.keys.set("quickbooks.desktop.secret-key", "sk_conductor_wrong");
    simulator.clock().advance(Duration.ofSeconds(2));
    assertThatThrownBy(this::begin).isInstanceOf(MisconfiguredException.class);
    assertThat(endUsers()).isEmpty();
    assertThat(bench.find("june")).isNull();
  }

  @Test
  void keysOfTwoProjectsMakeNoEndUserThatStays() {
    simulator.conductor().projects().add("sk_conductor_other", "pk_conductor_other");
    bench.keys.set("quickbooks.desktop.secret-key", "sk_conductor_other");
    simulator.clock().advance(Duration.ofSeconds(2));
    assertThatThrownBy(this::begin).isInstanceOf(MisconfiguredException.class);
    assertThat(endUsers()).isEmpty();
    assertThat(bench.find("june")).isNull();
  }

  @Test
  void anotherProjectsKeysMakeNoSecondEndUserForAConnectedOwner() {
    bench.connect("june");
    simulator.conductor().projects().add("sk_conductor_other", "pk_conductor_other");
    bench.keys.set("quickbooks.desktop.secret-key", "sk_conductor_other");
    bench.keys.set("quickbooks.desktop.publishable-key", "pk_conductor_other");
    simulator.clock().advance(Duration.ofSeconds(2));
    simulator.requests().clear();
    assertThatThrownBy(this::begin).isInstanceOf(MisconfiguredException.class);
    assertThat(status().state()).isEqualTo(ConnectionState.MISCONFIGURED);
    assertThat(simulator.requests().list()).isEmpty();
    assertThat(endUsers()).hasSize(1);
  }

  @Test
  void anEndUserOfTheApplicationsOwnIsAdopted() {
    EndUser user = simulator.conductor().endUsers().add("Old Name", "legacy-17", "a@example.com");
    bench.connector.adopt("june", user.id());
    assertThat(status().state()).isEqualTo(ConnectionState.NOT_CONNECTED);
    assertThat(status().reason()).isEqualTo(StatusReason.NOT_SET_UP);
    simulator.conductor().connect(opened());
    assertThat(bench.connector.connection("june").ping().isConnected()).isTrue();
    assertThat(endUsers()).singleElement().extracting(EndUser::id).isEqualTo(user.id());
  }

  @Test
  void anUnknownEndUserIsNotAdopted() {
    assertThatThrownBy(() -> bench.connector.adopt("june", "end_usr_nobody"))
        .isInstanceOf(ObjectNotFoundException.class);
    assertThat(bench.find("june")).isNull();
    assertThatThrownBy(() -> bench.connector.adopt("june", "../auth-sessions"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aStoreThatIsAwayLosesNothing() {
    bench.store.pull();
    assertThatThrownBy(this::begin).isInstanceOf(ProviderUnavailableException.class);
    assertThat(endUsers()).isEmpty();
    bench.store.plug();
    assertThat(begin()).isInstanceOf(Begun.Opened.class);
  }
}
