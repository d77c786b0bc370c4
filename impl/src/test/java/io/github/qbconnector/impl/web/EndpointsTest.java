package io.github.qbconnector.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.event.CompanyMismatch;
import io.github.qbconnector.event.Connected;
import io.github.qbconnector.event.Disconnected;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.testing.TestBrowser;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class EndpointsTest {
  private final QuickBooksSimulator simulator;
  private final Bench bench;
  private final TestBrowser browser;

  EndpointsTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new Bench(simulator, Map.of("quickbooks.web.after-connect", "/home"));
    this.browser = new TestBrowser(bench.endpoints);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** Consents at the simulator and returns the callback's URL. */
  private String consent(String consentUrl, String realm) {
    return simulator.intuit().consent(URI.create(consentUrl), realm).toString();
  }

  private ConnectionState state(String owner) {
    return bench.connector.connection(owner).status().state();
  }

  private void assertPage(WebAnswer answer, int status, String name) {
    assertThat(answer.body()).contains("<main id=\"" + name + "\"");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers())
        .containsEntry("X-Frame-Options", "DENY")
        .containsEntry("Cache-Control", "no-store")
        .containsKey("Content-Security-Policy");
    assertThat(answer.body()).doesNotContain("Exception", "at io.github");
  }

  private void assertNothingStored() {
    assertThat(state("hanna")).isEqualTo(ConnectionState.NOT_CONNECTED);
    assertThat(bench.events).noneMatch(e -> e instanceof Connected);
  }

  @Test
  void theFlowEndsWhereItBegan() {
    String callback = consent(browser.begin("/invoices?page=2"), Bench.REALM);
    WebAnswer answer = browser.get(callback);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers()).containsEntry("Location", "/app/invoices?page=2");
    assertThat(state("hanna")).isEqualTo(ConnectionState.CONNECTED);
    assertThat(bench.connector.connection("hanna").details().companyName())
        .contains("Harbor Street Bakery");
    assertThat(bench.connector.connection("hanna").details().connectedBy()).contains("hanna");
    assertThat(bench.events).hasOnlyElementsOfType(Connected.class).hasSize(1);
    assertThat(browser.cookies.keySet()).noneMatch(name -> name.contains("flow"));
  }

  @Test
  void withoutAReturnPathTheConfiguredPageComes() {
    WebAnswer answer = browser.get(consent(browser.begin(""), Bench.REALM));
    assertThat(answer.headers()).containsEntry("Location", "/app/home");
  }

  @Test
  void aReturnPathThatLeadsElsewhereIsDropped() {
    WebAnswer page = browser.get("/app/quickbooks/connect?return=//evil.example");
    Map<String, String> forged = new HashMap<>(TestBrowser.fields(page));
    forged.put("return", "https://evil.example/");
    String consentUrl = TestBrowser.next(browser.post("/app/quickbooks/connect", forged));
    assertThat(browser.get(consent(consentUrl, Bench.REALM)).headers())
        .containsEntry("Location", "/app/home");
  }

  @Test
  void cancellingChangesNothing() {
    String callback = simulator.intuit().deny(URI.create(browser.begin("/x"))).toString();
    assertPage(browser.get(callback), 200, "cancelled");
    assertNothingStored();
  }

  @Test
  void anotherErrorIsShownWithoutItsOwnMarkup() {
    String state = parameter(browser.begin("/x"));
    assertPage(
        browser.get("/app/quickbooks/callback?error=other_error&state=" + state), 400, "refused");
    String again = parameter(browser.begin("/x"));
    WebAnswer answer = browser.get("/app/quickbooks/callback?error=%3Cscript%3E&state=" + again);
    assertPage(answer, 400, "refused");
    assertThat(answer.body()).doesNotContain("<script>").contains("unknown");
  }

  private static String parameter(String url) {
    return url.replaceFirst(".*[?&]state=([^&]+).*", "$1");
  }

  @Test
  void aCallbackWithoutAFlowOfThisBrowserIsRefused() {
    String callback = consent(browser.begin("/x"), Bench.REALM);
    TestBrowser stranger = new TestBrowser(bench.endpoints);
    assertPage(stranger.get(callback), 400, "expired");
    assertPage(browser.get("/app/quickbooks/callback"), 400, "expired");
    assertPage(browser.get("/app/quickbooks/callback?state=a&code=b&realmId=1"), 400, "expired");
    assertPage(browser.get(callback.replaceFirst("state=....", "state=0000")), 400, "expired");
    assertNothingStored();
    assertThat(simulator.requests().count(EndpointKind.TOKEN)).isZero();
  }

  @Test
  void aTamperedFlowIsRefused() {
    String callback = consent(browser.begin("/x"), Bench.REALM);
    browser.cookies.replaceAll(
        (name, value) -> name.contains("flow") ? value.substring(0, 40) + "AAAA" : value);
    assertPage(browser.get(callback), 400, "expired");
    assertNothingStored();
  }

  @Test
  void anExpiredFlowIsRefused() {
    String callback = consent(browser.begin("/x"), Bench.REALM);
    simulator.clock().advance(Duration.ofMinutes(16));
    assertPage(browser.get(callback), 400, "expired");
    assertNothingStored();
  }

  @Test
  void aReplayedCallbackNeverSendsTheCodeAgain() {
    String callback = consent(browser.begin("/x"), Bench.REALM);
    Map<String, String> before = new HashMap<>(browser.cookies);
    browser.get(callback);
    browser.cookies.putAll(before);
    WebAnswer replay = browser.get(callback);
    assertThat(replay.status()).as("who is connected already just goes on").isEqualTo(303);
    assertThat(simulator.requests().count(EndpointKind.TOKEN)).isEqualTo(1);
    assertThat(simulator.intuit().grants().connected(Bench.REALM)).isTrue();
  }

  @Test
  void aRealmThatWasNotConsentedToIsNeverStored() {
    String callback = consent(browser.begin("/x"), Bench.REALM);
    assertPage(browser.get(callback.replace(Bench.REALM, Bench.OTHER_REALM)), 403, "notProven");
    assertNothingStored();
  }

  @Test
  void anotherOwnerCannotFinishTheFlow() {
    String callback = consent(browser.begin("/x"), Bench.REALM);
    bench.owner = Optional.of("nora");
    assertPage(browser.get(callback), 403, "otherUser");
    assertThat(state("nora")).isEqualTo(ConnectionState.NOT_CONNECTED);
    bench.owner = Optional.of("hanna");
    assertThat(browser.get(callback).status()).isEqualTo(303);
  }

  @Test
  void aLostSessionHopsOnceThenWaitsForTheLogin() {
    String callback = consent(browser.begin("/x"), Bench.REALM);
    bench.owner = Optional.empty();
    WebAnswer hop = browser.get(callback);
    assertPage(hop, 200, "hop");
    WebAnswer wait = browser.get(TestBrowser.next(hop));
    assertThat(wait.status()).isEqualTo(303);
    String resume = wait.headers().getOrDefault("Location", "");
    assertThat(resume).startsWith("/app/quickbooks/callback?resume=").doesNotContain("code=");
    assertThat(browser.get(resume).login()).isTrue();
    bench.owner = Optional.of("hanna");
    assertThat(browser.get(resume).headers()).containsEntry("Location", "/app/x");
    assertThat(state("hanna")).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void aStrictCookieThatComesBackWithTheHopIsEnough() {
    String callback = consent(browser.begin("/x"), Bench.REALM);
    bench.owner = Optional.empty();
    String self = TestBrowser.next(browser.get(callback));
    bench.owner = Optional.of("hanna");
    assertThat(browser.get(self).headers()).containsEntry("Location", "/app/x");
  }

  @Test
  void aWaitingResultIsForItsOwnerInItsBrowserAndItsTime() {
    String callback = consent(browser.begin("/x"), Bench.REALM);
    bench.owner = Optional.empty();
    String resume =
        browser.get(TestBrowser.next(browser.get(callback))).headers().getOrDefault("Location", "");
    bench.owner = Optional.of("nora");
    assertPage(browser.get(resume), 403, "otherUser");
    bench.owner = Optional.of("hanna");
    assertPage(new TestBrowser(bench.endpoints).get(resume), 400, "expired");
    simulator.clock().advance(Duration.ofMinutes(11));
    assertPage(browser.get(resume), 400, "expired");
    assertNothingStored();
  }

  @Test
  void aReconnectKeepsTheCompany() {
    browser.get(consent(browser.begin("/x"), Bench.REALM));
    simulator.intuit().grants().revoke(Bench.REALM);
    simulator.clock().advance(Duration.ofHours(5));
    bench.decide("hanna");
    assertThat(state("hanna")).isEqualTo(ConnectionState.RECONNECT_REQUIRED);
    String other = consent(browser.begin("/x"), Bench.OTHER_REALM);
    assertPage(browser.get(other), 409, "otherCompany");
    assertThat(bench.stored("hanna").companyId()).isEqualTo(Bench.REALM);
    assertThat(simulator.intuit().grants().connected(Bench.OTHER_REALM))
        .as("a grant nobody uses does not live on")
        .isFalse();
    assertThat(bench.events).anyMatch(e -> e instanceof CompanyMismatch);
    assertThat(browser.get(consent(browser.begin("/x"), Bench.REALM)).status()).isEqualTo(303);
    assertThat(state("hanna")).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void anotherCompanyIsTakenWhereItIsAllowed() {
    bench.connect("hanna", Bench.REALM);
    WebAnswer page = browser.get("/app/quickbooks/connect?other-company=true");
    String consentUrl =
        TestBrowser.next(browser.post("/app/quickbooks/connect", TestBrowser.fields(page)));
    browser.get(consent(consentUrl, Bench.OTHER_REALM));
    assertThat(bench.stored("hanna").companyId()).isEqualTo(Bench.OTHER_REALM);
  }

  @Test
  void twoTabsDoNotDisturbEachOther() {
    String first = browser.begin("/first");
    String second = browser.begin("/second");
    String secondCallback = consent(second, Bench.REALM);
    String firstCallback = consent(first, Bench.REALM);
    assertThat(browser.get(secondCallback).headers()).containsEntry("Location", "/app/second");
    assertThat(browser.get(firstCallback).headers()).containsEntry("Location", "/app/first");
    assertThat(state("hanna")).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void atMostFiveFlowsAreKeptAndTheOldestGoes() {
    String oldest = browser.begin("/0");
    for (int i = 1; i <= 5; i++) {
      simulator.clock().advance(Duration.ofSeconds(1));
      browser.begin("/" + i);
    }
    assertThat(browser.cookies.keySet()).filteredOn(n -> n.contains("flow")).hasSize(5);
    assertPage(browser.get(consent(oldest, Bench.REALM)), 400, "expired");
  }

  @Test
  void aFormThatWeDidNotShowIsRefused() {
    Map<String, String> fields = TestBrowser.fields(browser.get("/app/quickbooks/connect"));
    assertPage(browser.post("/app/quickbooks/connect", Map.of()), 403, "forged");
    assertPage(browser.post("/app/quickbooks/connect", Map.of("csrf", "x")), 403, "forged");
    assertPage(
        new TestBrowser(bench.endpoints).post("/app/quickbooks/connect", fields), 403, "forged");
    browser.fetchSite = "cross-site";
    assertPage(browser.post("/app/quickbooks/connect", fields), 403, "forged");
    browser.fetchSite = "same-origin";
    bench.owner = Optional.of("nora");
    assertPage(browser.post("/app/quickbooks/connect", fields), 403, "forged");
    bench.connect("nora", Bench.REALM);
    assertPage(browser.post("/app/quickbooks/disconnect", Map.of()), 403, "forged");
    assertThat(state("nora")).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void aCallerWithoutARoleSeesNoButtonAndCannotAct() {
    browser.login = null;
    WebAnswer page = browser.get("/app/quickbooks/connect");
    assertPage(page, 403, "connect");
    assertThat(page.body()).doesNotContain("<form");
    browser.login = "hanna";
    String callback = consent(browser.begin("/x"), Bench.REALM);
    browser.login = null;
    assertPage(browser.get(callback), 403, "notAllowed");
    assertNothingStored();
  }

  @Test
  void everyFailureOfIntuitDuringTheCallbackIsAPage() {
    for (Fault fault :
        List.of(
            Fault.status(503).on(EndpointKind.TOKEN),
            Fault.of(FaultKind.MALFORMED).on(EndpointKind.TOKEN),
            Fault.of(FaultKind.HTML_200).on(EndpointKind.TOKEN),
            Fault.of(FaultKind.DROP_AFTER_SEND).on(EndpointKind.TOKEN),
            Fault.huge(1_000_000).on(EndpointKind.TOKEN),
            Fault.throttle().on(EndpointKind.TOKEN),
            Fault.status(500).on(EndpointKind.ACCOUNTING),
            Fault.huge(10_000_000).on(EndpointKind.ACCOUNTING),
            Fault.of(FaultKind.FAULT_200).on(EndpointKind.ACCOUNTING))) {
      String callback = consent(browser.begin("/x"), Bench.REALM);
      simulator.faults().add(fault);
      assertPage(browser.get(callback), 503, "failed");
      simulator.faults().clear();
      assertNothingStored();
    }
  }

  @Test
  void aStoreThatIsAwayIsAPageAndNothingIsLost() {
    String callback = consent(browser.begin("/x"), Bench.REALM);
    bench.store.pull();
    WebAnswer answer = browser.get(callback);
    assertPage(answer, 503, "unavailable");
    bench.owner = Optional.of("somebody nobody has looked up yet");
    assertPage(browser.get("/app/quickbooks/connect"), 503, "unavailable");
    bench.store.plug();
    assertNothingStored();
  }

  @Test
  void disconnectingForgetsRevokesAndTells() {
    bench.connect("hanna", Bench.REALM);
    Map<String, String> fields = TestBrowser.fields(browser.get("/app/quickbooks/connect"));
    assertThat(browser.get("/app/quickbooks/disconnect").status()).isEqualTo(405);
    WebAnswer answer = browser.post("/app/quickbooks/disconnect", fields);
    assertThat(answer.headers()).containsEntry("Location", "/app/quickbooks/connect");
    assertThat(state("hanna")).isEqualTo(ConnectionState.NOT_CONNECTED);
    assertThat(simulator.intuit().grants().connected(Bench.REALM)).isFalse();
    assertThat(bench.events).anyMatch(e -> e instanceof Disconnected);
  }

  @Test
  void aCompanyOfTwoOwnersIsNotRevokedByOne() {
    bench.connect("hanna", Bench.REALM);
    bench.connect("nora", Bench.REALM);
    bench.connector.connection("hanna").disconnect();
    assertThat(state("hanna")).isEqualTo(ConnectionState.NOT_CONNECTED);
    assertThat(simulator.requests().count(EndpointKind.REVOKE)).isZero();
    bench.connector.connection("nora").disconnect();
    assertThat(simulator.requests().count(EndpointKind.REVOKE)).isEqualTo(1);
  }

  @Test
  void disconnectingIsCertainWhileIntuitIsDown() {
    bench.connect("hanna", Bench.REALM);
    simulator.faults().add(Fault.status(500).on(EndpointKind.REVOKE));
    bench.connector.connection("hanna").disconnect();
    assertThat(state("hanna")).isEqualTo(ConnectionState.NOT_CONNECTED);
  }

  @Test
  void theStatusIsTheCurrentOwnersOnly() {
    bench.connect("hanna", Bench.REALM);
    WebAnswer status = browser.get("/app/quickbooks/status");
    assertThat(status.body())
        .contains("\"state\":\"CONNECTED\"", "\"companyName\":\"Harbor Street Bakery\"");
    assertThat(status.headers()).containsEntry("Cache-Control", "no-store");
    bench.owner = Optional.of("nora");
    assertThat(browser.get("/app/quickbooks/status").body())
        .contains("NOT_CONNECTED")
        .doesNotContain("Bakery");
    bench.owner = Optional.empty();
    assertThat(browser.get("/app/quickbooks/status").status()).isEqualTo(401);
  }

  @Test
  void unknownPathsMethodsAndConnectorsAreNotThere() {
    assertThat(browser.get("/app/quickbooks/").status()).isEqualTo(404);
    assertThat(browser.get("/app/quickbooks/other").status()).isEqualTo(404);
    assertThat(browser.get("/app/quickbooks/connect?connector=none").status()).isEqualTo(404);
    assertThat(browser.post("/app/quickbooks/status", Map.of()).status()).isEqualTo(405);
    assertThat(browser.get("/app/quickbooks/style.css").headers())
        .containsEntry("Content-Type", "text/css;charset=UTF-8");
  }

  @Test
  void everyPageShowsAnEnvironmentThatIsNotProduction() {
    assertThat(browser.get("/app/quickbooks/connect").body()).contains("CUSTOM");
  }

  @Test
  void theEndOfAConnectionIsToldAheadWithAWayToConnectAgain() {
    bench.connect("hanna", Bench.REALM);
    assertThat(browser.get("/app/quickbooks/connect").body())
        .doesNotContain("ends on", "Connect again");
    bench.simulator.intuit().tokens().hardLifetime(Duration.ofDays(60));
    bench.connect("hanna", Bench.REALM);
    assertThat(browser.get("/app/quickbooks/connect").body())
        .contains("ends on", "Connect again", "Disconnect");
    assertThat(browser.get("/app/quickbooks/status").body()).contains("\"endsAt\"");
  }
}
