package io.github.qbconnector.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.impl.testing.TestBrowser;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.ErrorEnvelope;
import io.github.qbconnector.simulator.core.Fault;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The connect page of a connection that was made and meets an obstacle. */
class LinkTroubleTest extends DesktopPageTest {
  private static final String DEVELOPERS = "words for developers <b>";

  LinkTroubleTest(QuickBooksSimulator simulator) {
    super(simulator);
  }

  /** June was connected, her machine is in this state since, and that was noticed. */
  private WebAnswer pageWhile(DesktopState machine) {
    simulator.conductor().desktops().set(bench.connect("june"), machine);
    bench.connector.connection("june").ping();
    return browser.get(CONNECT);
  }

  private WebAnswer pageAfter(Fault fault) {
    bench.connect("june");
    simulator.faults().add(fault.message(DEVELOPERS).on(EndpointKind.HEALTH_CHECK));
    bench.connector.connection("june").ping();
    return browser.get(CONNECT);
  }

  private void assertTrouble(WebAnswer page, ConnectionState state) {
    assertPage(page, 200, "trouble");
    assertThat(state()).isEqualTo(state);
    assertThat(page.body())
        .contains("<dd>Juniper &amp; Slate</dd>", ">Disconnect</button>", "Back to the application")
        .doesNotContain("words for developers", ErrorEnvelope.MASKED, "0x8004", "QBC0");
  }

  private static void assertFollowed(WebAnswer page, ConnectionState state) {
    assertThat(page.body())
        .contains("data-status=\"" + STATUS + "\"", "data-state=\"" + state + "\"")
        .contains("<noscript><meta http-equiv=\"refresh\"");
  }

  @Test
  void deniedAccessIsSetUpAgain() {
    WebAnswer page = pageWhile(DesktopState.DENIED);
    assertTrouble(page, ConnectionState.RECONNECT_REQUIRED);
    assertFollowed(page, ConnectionState.RECONNECT_REQUIRED);
    assertThat(page.body())
        .contains("we must re-authorize our connection")
        .contains("choose &quot;Yes, always&quot;");
    WebAnswer waiting = browser.follow(browser.press(page, "Get the link"));
    assertPage(waiting, 200, "waiting");
    assertThat(TestBrowser.handedOver(waiting)).contains("?invitation=");
    assertThat(endUsers()).hasSize(1);
  }

  @Test
  void everyObstacleOnTheMachineIsToldInTheProvidersWords() {
    for (DesktopState machine :
        new DesktopState[] {
          DesktopState.OFFLINE, DesktopState.MODAL_DIALOG,
          DesktopState.WRONG_FILE, DesktopState.PROGRAM_CLOSED
        }) {
      WebAnswer page = pageWhile(machine);
      assertTrouble(page, ConnectionState.DESKTOP_OFFLINE);
      assertFollowed(page, ConnectionState.DESKTOP_OFFLINE);
      assertThat(page.body())
          .as(machine.name())
          .containsPattern("<p>(We could not|Your QuickBooks Desktop)")
          .contains(">Set up again</button>");
      simulator.conductor().desktops().set(bench.endUser("june"), DesktopState.ACTIVE);
      simulator.clock().advance(Duration.ofMinutes(5));
      assertThat(bench.connector.connection("june").ping().isConnected()).isTrue();
    }
  }

  @Test
  void settingUpAgainShowsTheLinkWhileTheMachineIsOff() {
    WebAnswer page = pageWhile(DesktopState.OFFLINE);
    WebAnswer waiting = browser.follow(browser.press(page, "Set up again"));
    assertThat(sessions()).isEqualTo(2);
    assertPage(waiting, 200, "waiting");
  }

  @Test
  void aMachineThatIsSetUpAgainIsConnected() {
    WebAnswer page = pageWhile(DesktopState.DENIED);
    simulator.clock().advance(Duration.ofSeconds(5));
    WebAnswer waiting = browser.follow(browser.press(page, "Get the link"));
    simulator.clock().advance(Duration.ofSeconds(5));
    URI link = assertLeadsToConductor(browser.press(waiting, "Go on here: this is the computer"));
    simulator.conductor().connect(link);
    assertPage(browser.getUntil(CONNECT, "QuickBooks is connected"), 200, "connect");
    assertThat(state()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void theProvidersWordsAreShownAsTextOnly() {
    Fault dialog =
        Fault.envelope("INTEGRATION_CONNECTION_ERROR", "QBD_CONNECTION_ERROR", 502)
            .integrationCode("0x80040414")
            .userFacingMessage("Close the \"Save\" window, <script>alert('x')</script> & try");
    WebAnswer page = pageAfter(dialog);
    assertTrouble(page, ConnectionState.DESKTOP_OFFLINE);
    assertThat(page.body())
        .contains(
            "<p>Close the &quot;Save&quot; window,"
                + " &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; try</p>");
    String json = browser.get(STATUS).body();
    assertThat(json).contains("\\\"Save\\\"").doesNotContain("words for developers");
  }

  @Test
  void aFailureOfConductorsOwnIsToldInOurWords() {
    WebAnswer page = pageAfter(Fault.envelope("INTERNAL_ERROR", "INTERNAL_SERVER_ERROR", 500));
    assertTrouble(page, ConnectionState.PROVIDER_DOWN);
    assertFollowed(page, ConnectionState.PROVIDER_DOWN);
    assertThat(page.body()).contains("Nothing is lost").doesNotContain("Set up again");
    assertThat(browser.get(STATUS).body())
        .doesNotContain(ErrorEnvelope.MASKED, "words for developers");
  }

  @Test
  void maskedWordsAboutTheMachineGiveWayToOurs() {
    WebAnswer page =
        pageAfter(
            Fault.envelope("INTEGRATION_CONNECTION_ERROR", "QBD_CONNECTION_ERROR", 502)
                .integrationCode("0x80040402"));
    assertTrouble(page, ConnectionState.DESKTOP_OFFLINE);
    assertThat(page.body()).contains("QuickBooks Desktop cannot answer at the moment.");
  }

  @Test
  void aMistakeOfOperationsBlamesNobodyAndOffersNoSetUp() {
    WebAnswer page = pageAfter(Fault.envelope("AUTHENTICATION_ERROR", "API_KEY_INVALID", 401));
    assertTrouble(page, ConnectionState.MISCONFIGURED);
    assertThat(page.body())
        .contains("You need not do anything; the operators have been told.")
        .doesNotContain("Set up again", "Get the link", "id=\"progress\"");
    assertThat(browser.get(STATUS).body()).doesNotContain(ErrorEnvelope.MASKED);
  }

  @Test
  void anEndUserThatVanishedIsOperationsMatterAndCanBeDisconnected() {
    String endUser = bench.connect("june");
    simulator.conductor().endUsers().delete(endUser);
    bench.connector.connection("june").ping();
    WebAnswer page = browser.get(CONNECT);
    assertTrouble(page, ConnectionState.MISCONFIGURED);
    WebAnswer start = browser.follow(browser.press(page, "Disconnect"));
    assertPage(browser.follow(browser.press(start, "Get the link")), 200, "waiting");
    assertThat(endUsers()).hasSize(1);
  }

  @Test
  void whoMayOnlyLookIsToldWhatIsTheMatter() {
    pageWhile(DesktopState.MODAL_DIALOG);
    browser.login = null;
    WebAnswer page = browser.get(CONNECT);
    assertPage(page, 403, "connect");
    assertThat(page.body()).contains("We could not connect").doesNotContain("<form");
  }

  @Test
  void aMachineThatRecoversIsNoticed() {
    pageWhile(DesktopState.MODAL_DIALOG);
    simulator.conductor().desktops().set(bench.endUser("june"), DesktopState.ACTIVE);
    simulator.clock().advance(Duration.ofMinutes(2));
    assertThat(browser.getUntil(STATUS, "\"state\":\"CONNECTED\"").body())
        .doesNotContain("userMessage");
    assertThat(browser.get(CONNECT).body()).contains("QuickBooks is connected");
  }
}
