package io.github.qbconnector.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.Product;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.gate.GateAnswer;
import io.github.qbconnector.gate.GateDoor.CallerScope;
import io.github.qbconnector.impl.connection.Invitation;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.testing.TestBrowser;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import io.github.qbconnector.spi.ConnectPolicy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Owners of one application that work with different products, or with both. */
@ExtendWith(SimulatorExtension.class)
class SeveralConnectorsTest {
  private static final String CONNECT = "/app/quickbooks/connect";
  private static final String STATUS = "/app/quickbooks/status";

  private final QuickBooksSimulator simulator;
  private final TwoProducts war;
  private final TestBrowser browser;

  SeveralConnectorsTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.war = new TwoProducts(simulator);
    this.browser = war.browser;
  }

  @AfterEach
  void close() {
    war.close();
  }

  private @Nullable GateAnswer check(String connector) {
    return war.door.check(connector, Asked.of("GET", Asked.BROWSER));
  }

  private @Nullable GateAnswer explain(String connector) {
    return explain(connector, null);
  }

  private @Nullable GateAnswer explain(String connector, @Nullable Product of) {
    ErrorDetails.Builder details = ErrorDetails.of("QBC0101", Instant.EPOCH);
    if (of != null) {
      details.product(of);
    }
    NotConnectedException failure =
        new NotConnectedException("not connected", details.build(), null);
    return war.door.explain(connector, failure, Asked.of("GET", Asked.BROWSER));
  }

  @Test
  void whoDoesNotUseAConnectorPassesItsGate() {
    war.used = List.of("office");
    assertThat(check("default")).isNull();
    assertThat(war.door.decide("default").passes()).isTrue();
    assertThat(Objects.requireNonNull(check("office")).headers())
        .containsEntry("Location", CONNECT + "?connector=office&return=%2Finvoices%3Fpage%3D2");
    assertThat(war.door.decide("office").passes()).isFalse();
  }

  @Test
  void nobodyIsSentToTheLoginWhateverIsUsed() {
    war.used = List.of();
    war.owner = Optional.empty();
    assertThat(Objects.requireNonNull(check("office")).login()).isTrue();
  }

  @Test
  void aFailureOfAConnectorThatIsNotUsedIsNotExplained() {
    war.used = List.of("office");
    assertThat(explain("default")).isNull();
    assertThat(explain("office")).isNotNull();
  }

  @Test
  void aFailureOfOneProductIsNotTakenForTheOthers() {
    assertThat(explain("default", Product.DESKTOP)).isNull();
    assertThat(explain("office", Product.ONLINE)).isNull();
    assertThat(explain("default", Product.ONLINE)).isNotNull();
    assertThat(explain("office", Product.DESKTOP)).isNotNull();
  }

  @Test
  void aRequestRemembersEveryConnectorItPassed() {
    war.online.connect("june", Bench.REALM);
    war.office.connect("june");
    try (CallerScope request = war.callers.enter(() -> "june")) {
      assertThat(check("default")).isNull();
      assertThat(war.callers.hasPassed("office")).isFalse();
      assertThat(check("office")).isNull();
      war.online.connector.connection("june").disconnect();
      war.office.connector.connection("june").disconnect();
      assertThat(check("default")).isNull();
      assertThat(check("office")).isNull();
      assertThat(war.door.decide("default").passes()).isTrue();
      assertThat(war.door.decide("office").passes()).isTrue();
    }
    assertThat(check("default")).isNotNull();
    assertThat(check("office")).isNotNull();
  }

  @Test
  void aConnectPageWithoutANameIsThatOfTheConnectorInUse() {
    assertThat(browser.get(CONNECT).body()).contains("You will be taken to Intuit");
    war.used = List.of("office");
    assertThat(browser.get(CONNECT).body())
        .contains("Connect QuickBooks Desktop", "name=\"connector\" value=\"office\"");
    assertThat(browser.get(STATUS).body()).contains("\"connector\":\"office\"");
    assertThat(browser.get(CONNECT + "?connector=default").status())
        .as("for June there is no such connector")
        .isEqualTo(404);
    war.used = List.of();
    assertThat(browser.get(CONNECT).status()).isEqualTo(404);
    war.owner = Optional.empty();
    assertThat(browser.get(CONNECT).login()).isTrue();
  }

  @Test
  void everyLinkAndFormOfANamedConnectorSaysItsName() {
    WebAnswer start = browser.get(CONNECT + "?connector=office&return=/invoices");
    WebAnswer begun = browser.press(start, "Get the link");
    assertThat(begun.headers())
        .containsEntry("Location", CONNECT + "?connector=office&return=%2Finvoices");
    WebAnswer waiting = browser.follow(begun);
    assertThat(waiting.body())
        .contains("<main id=\"waiting\"", "data-status=\"" + STATUS + "?connector=office\"");
    war.owner = Optional.empty();
    TestBrowser visitor = browser;
    visitor.login = null;
    String handedOver = TestBrowser.handedOver(waiting);
    assertThat(visitor.press(visitor.get(handedOver), "Go on").body()).contains("id=\"leaving\"");
    war.owner = Optional.of("june");
    assertThat(browser.get(handedOver).headers())
        .containsEntry("Location", CONNECT + "?connector=office&return=%2Finvoices");
  }

  @Test
  void disconnectingOneLeavesTheOther() {
    war.online.connect("june", Bench.REALM);
    war.office.connect("june");
    WebAnswer page = browser.get(CONNECT + "?connector=office");
    WebAnswer answer = browser.press(page, "Disconnect");
    assertThat(answer.headers()).containsEntry("Location", CONNECT + "?connector=office");
    assertThat(browser.get(STATUS + "?connector=office").body()).contains("DISCONNECTED");
    assertThat(browser.get(STATUS).body()).contains("\"state\":\"CONNECTED\"");
  }

  @Test
  void aFormOfOneConnectorIsNoneOfTheOther() {
    Map<String, String> fields = TestBrowser.fields(browser.get(CONNECT + "?connector=default"));
    assertThat(browser.post(CONNECT + "?connector=office", fields).status()).isEqualTo(403);
    assertThat(simulator.conductor().endUsers().list()).isEmpty();
  }

  @Test
  void deletingTheEndUserMeansNothingToOnline() {
    war.online.connect("june", Bench.REALM);
    Map<String, String> fields = new HashMap<>(TestBrowser.fields(browser.get(CONNECT)));
    fields.put("delete-end-user", "true");
    assertThat(browser.post("/app/quickbooks/disconnect", fields).status()).isEqualTo(303);
    assertThat(browser.get(STATUS).body()).contains("\"state\":\"NOT_CONNECTED\"");
  }

  @Test
  void invitationsAreForConnectorsThatSendThem() {
    Instant now = simulator.clock().instant();
    war.owner = Optional.empty();
    for (String connector : List.of("default", "gone")) {
      String sealed =
          war.seal.sealInvitation(new Invitation(connector, "june", "", now, now.plusSeconds(600)));
      WebAnswer answer = browser.get(CONNECT + "?invitation=" + sealed);
      assertThat(answer.status()).as(connector).isEqualTo(404);
      assertThat(answer.body()).contains("id=\"invitedVoid\"");
    }
    String good =
        war.seal.sealInvitation(new Invitation("office", "june", "", now, now.plusSeconds(600)));
    assertThat(browser.get(CONNECT + "?invitation=" + good).status()).isEqualTo(200);
  }

  @Test
  void whoMayConnectNeedNotBeAllowedToDisconnect() {
    war.office.connect("june");
    war.policy = (action, connector, who) -> action == ConnectPolicy.Action.CONNECT;
    WebAnswer page = browser.get(CONNECT + "?connector=office");
    for (String button : List.of("Disconnect", "Disconnect and delete the set-up")) {
      WebAnswer answer = browser.press(page, button);
      assertThat(answer.status()).as(button).isEqualTo(403);
      assertThat(answer.body()).contains("id=\"notAllowed\"");
    }
    assertThat(war.office.connector.connection("june").status().isConnected()).isTrue();
    assertThat(simulator.conductor().endUsers().list()).hasSize(1);
  }
}
