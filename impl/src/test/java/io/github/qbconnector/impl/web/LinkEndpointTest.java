package io.github.qbconnector.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.event.Disconnected;
import io.github.qbconnector.impl.testing.TestBrowser;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.conductor.EndUser;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From the first page to a linked machine, as the owner sees it. */
class LinkEndpointTest extends DesktopPageTest {
  private static final Pattern MAIL = Pattern.compile("id=\"mail\" href=\"([^\"]+)\"");
  private static final Map<String, String> SLATE =
      Map.of("company", "Slate & Sons", "email", "slate@example.com");

  LinkEndpointTest(QuickBooksSimulator simulator) {
    super(simulator);
  }

  private static String mailto(WebAnswer page) {
    Matcher mail = MAIL.matcher(page.body());
    assertThat(mail.find()).isTrue();
    return mail.group(1).replace("&amp;", "&");
  }

  @Test
  void whomTheApplicationKnowsIsAskedNothing() {
    WebAnswer page = browser.get(CONNECT);
    assertPage(page, 200, "connect");
    assertThat(page.body()).doesNotContain("name=\"company\"", "name=\"email\"");
    assertThat(simulator.requests().list()).as("looking at a page asks nobody").isEmpty();
  }

  @Test
  void whomNobodyKnowsIsAskedForCompanyAndAddress() {
    bench.profile = Optional.empty();
    WebAnswer page = browser.get(CONNECT);
    assertThat(page.body()).contains("name=\"company\"", "name=\"email\"", "type=\"email\"");
    assertThat(browser.press(page, "Get the link", SLATE).status()).isEqualTo(303);
    assertThat(endUsers())
        .singleElement()
        .satisfies(
            user -> {
              assertThat(user.companyName()).isEqualTo("Slate & Sons");
              assertThat(user.email()).isEqualTo("slate@example.com");
              assertThat(user.sourceId()).isEqualTo("june");
            });
    simulator.clock().advance(Duration.ofMinutes(31));
    assertThat(browser.get(CONNECT).body())
        .as("an end-user there is has a name already")
        .contains("Get the link")
        .doesNotContain("name=\"company\"");
  }

  @Test
  void answersThatAreNoneAskAgainAndMakeNothing() {
    bench.profile = Optional.empty();
    for (Map<String, String> answers :
        List.of(
            Map.<String, String>of(),
            Map.of("company", " ", "email", "slate@example.com"),
            Map.of("company", "Slate", "email", "slate"),
            Map.of("company", "x".repeat(255), "email", "slate@example.com"))) {
      WebAnswer answer = browser.press(browser.get(CONNECT), "Get the link", answers);
      assertThat(browser.follow(answer).body()).contains("name=\"company\"");
    }
    assertThat(endUsers()).isEmpty();
  }

  @Test
  void answersConductorRefusesAreAPage() {
    bench.profile = Optional.empty();
    simulator
        .faults()
        .add(
            Fault.envelope("INVALID_REQUEST_ERROR", "INVALID_REQUEST", 400)
                .message("Too big: expected string to have <=41 characters at \"companyName\"")
                .on(EndpointKind.END_USERS));
    WebAnswer page = browser.get(CONNECT);
    assertPage(browser.press(page, "Get the link", SLATE), 400, "profileRefused");
  }

  @Test
  void beginningMakesOneEndUserAndGoesBackToThePage() {
    WebAnswer page = browser.get(CONNECT + "?return=/invoices%3Fpage%3D2");
    WebAnswer begun = browser.press(page, "Get the link");
    assertThat(begun.status()).isEqualTo(303);
    assertThat(begun.headers())
        .containsEntry("Location", CONNECT + "?return=%2Finvoices%3Fpage%3D2");
    assertThat(browser.press(page, "Get the link").status())
        .as("a second click goes on with the first")
        .isEqualTo(303);
    assertThat(endUsers()).singleElement().extracting(EndUser::sourceId).isEqualTo("june");
    assertThat(sessions()).isEqualTo(1);
    assertThat(state()).isEqualTo(ConnectionState.CONNECTING);
  }

  @Test
  void aFormThatWeDidNotShowMakesNothing() {
    WebAnswer page = browser.get(CONNECT);
    assertPage(browser.post(CONNECT, Map.of("step", "begin")), 403, "forged");
    assertPage(browser.post(CONNECT, Map.of("step", "begin", "csrf", "x")), 403, "forged");
    TestBrowser elsewhere = new TestBrowser(bench.endpoints);
    assertPage(elsewhere.press(page, "Get the link"), 403, "forged");
    browser.fetchSite = "cross-site";
    assertPage(browser.press(page, "Get the link"), 403, "forged");
    browser.fetchSite = "same-origin";
    bench.owner = Optional.of("jasper");
    assertPage(browser.press(page, "Get the link"), 403, "forged");
    assertThat(simulator.requests().list()).isEmpty();
  }

  @Test
  void whoMayNotConnectSeesNoButtonNoLinkAndCannotAct() {
    WebAnswer page = browser.get(CONNECT);
    browser.login = null;
    assertPage(browser.get(CONNECT), 403, "connect");
    assertPage(browser.press(page, "Get the link"), 403, "notAllowed");
    assertThat(endUsers()).isEmpty();
    browser.login = "june";
    waitingPage();
    browser.login = null;
    WebAnswer watched = browser.get(CONNECT);
    assertPage(watched, 403, "connect");
    assertThat(watched.body()).doesNotContain("<form", "invitation=");
  }

  @Test
  void thePageHandsOverOurInvitationAndNeverConductorsLink() {
    WebAnswer page = waitingPage();
    assertPage(page, 200, "waiting");
    assertThat(TestBrowser.handedOver(page))
        .startsWith("http://localhost:9080/app/quickbooks/connect?invitation=");
    assertThat(page.body())
        .contains("id=\"copy\"", "data-copied=\"Copied\"")
        .contains("Yes, always")
        .contains("id=\"progress\"", "data-status=\"" + STATUS + "\"", "data-state=\"CONNECTING\"")
        .contains("<noscript><meta http-equiv=\"refresh\" content=\"10\"></noscript>")
        .doesNotContain(simulator.conductor().url().getAuthority());
  }

  @Test
  void theTimeLeftIsThatOfConductorsLink() {
    waitingPage();
    simulator.clock().advance(Duration.ofMinutes(20));
    Matcher seconds =
        Pattern.compile("id=\"expiry\" data-seconds=\"(\\d+)\"")
            .matcher(browser.get(CONNECT).body());
    assertThat(seconds.find()).isTrue();
    assertThat(Long.parseLong(seconds.group(1))).isBetween(540L, 600L);
  }

  @Test
  void theMailIsWrittenAndEncoded() {
    WebAnswer page = waitingPage();
    String mailto = mailto(page);
    assertThat(mailto).startsWith("mailto:?subject=Connect%20QuickBooks%20Desktop&body=");
    String body = mailto.substring(mailto.indexOf("&body=") + "&body=".length());
    assertThat(body).doesNotContain("+", " ", "&", "?", "\n").contains("%0A");
    assertThat(URLDecoder.decode(body, StandardCharsets.UTF_8))
        .contains("\n" + TestBrowser.handedOver(page) + "\n");
  }

  @Test
  void goingOnHereIsTheOnlyWayToConductor() {
    WebAnswer page = waitingPage();
    WebAnswer leaving = browser.press(page, "Go on here: this is the computer");
    URI link = assertLeadsToConductor(leaving);
    assertThat(sessions()).as("the link that waits is used").isEqualTo(1);
    assertThat(link.toString()).contains(simulator.conductor().url().getAuthority());
    assertThat(leaving.headers()).doesNotContainKey("Location");
  }

  @Test
  void aNewLinkReplacesTheOneThatWaits() {
    WebAnswer page = waitingPage();
    URI first = assertLeadsToConductor(browser.press(page, "Go on here: this is the computer"));
    assertThat(browser.press(page, "Make a new link").status()).isEqualTo(303);
    assertThat(sessions()).isEqualTo(2);
    URI second = assertLeadsToConductor(browser.press(page, "Go on here: this is the computer"));
    assertThat(second).isNotEqualTo(first);
    assertThat(endUsers()).hasSize(1);
  }

  @Test
  void aLinkThatExpiredIsBegunAnew() {
    waitingPage();
    simulator.clock().advance(Duration.ofMinutes(31));
    WebAnswer page = browser.get(CONNECT);
    assertPage(page, 200, "connect");
    assertThat(page.body()).contains("was not used in time").doesNotContain("id=\"link\"");
    assertPage(browser.follow(browser.press(page, "Get the link")), 200, "waiting");
    assertThat(endUsers()).hasSize(1);
  }

  @Test
  void withoutAnyScriptTheJourneyEndsConnected() {
    WebAnswer page = waitingPage();
    URI link = assertLeadsToConductor(browser.press(page, "Go on here: this is the computer"));
    URI back = simulator.conductor().connect(link).orElseThrow();
    simulator.clock().advance(Duration.ofSeconds(4));
    WebAnswer returned = browser.get(back.toString());
    assertThat(returned.status()).as("the owner needs no invitation").isEqualTo(303);
    assertThat(returned.headers()).containsEntry("Location", CONNECT);
    WebAnswer connected = browser.getUntil(CONNECT, "QuickBooks is connected");
    assertPage(connected, 200, "connect");
    assertThat(connected.body())
        .contains("<dd>Juniper &amp; Slate</dd>", "<dd>june</dd>", "Connected on")
        .doesNotContain("http-equiv=\"refresh\"", "id=\"progress\"");
    assertThat(simulator.requests().count(EndpointKind.HEALTH_CHECK))
        .as("nobody's machine is woken for it")
        .isZero();
  }

  @Test
  void disconnectingKeepsTheEndUser() {
    bench.connect("june");
    WebAnswer answer = browser.press(browser.get(CONNECT), "Disconnect");
    assertThat(answer.headers()).containsEntry("Location", CONNECT);
    assertThat(state()).isEqualTo(ConnectionState.NOT_CONNECTED);
    assertThat(endUsers()).hasSize(1);
    assertThat(bench.events).anyMatch(Disconnected.class::isInstance);
    assertThat(browser.follow(answer).body()).contains("QuickBooks was disconnected.");
  }

  @Test
  void disconnectingMayDeleteTheEndUserToo() {
    bench.connect("june");
    WebAnswer page = browser.get(CONNECT + "?return=/invoices");
    WebAnswer answer = browser.press(page, "Disconnect and delete the set-up");
    assertThat(answer.headers()).containsEntry("Location", "/app/invoices");
    assertThat(endUsers()).isEmpty();
    assertThat(state()).isEqualTo(ConnectionState.NOT_CONNECTED);
  }

  @Test
  void deletingNeedsOurFormToo() {
    bench.connect("june");
    Map<String, String> forged = Map.of("delete-end-user", "true");
    assertPage(browser.post("/app/quickbooks/disconnect", forged), 403, "forged");
    assertThat(browser.get("/app/quickbooks/disconnect").status()).isEqualTo(405);
    assertThat(state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(endUsers()).hasSize(1);
  }

  @Test
  void aConductorThatIsDownIsAPageAndNothingIsLost() {
    simulator.faults().add(Fault.status(503).on(EndpointKind.AUTH_SESSIONS).once());
    WebAnswer page = browser.get(CONNECT);
    assertPage(browser.press(page, "Get the link"), 503, "unavailable");
    WebAnswer again = browser.press(browser.get(CONNECT), "Get the link");
    assertThat(again.status()).isEqualTo(303);
    assertThat(endUsers()).hasSize(1);
  }

  @Test
  void aStoreThatIsAwayIsAPage() {
    bench.store.pull();
    assertPage(browser.get(CONNECT), 503, "unavailable");
    assertThat(simulator.requests().list()).isEmpty();
  }

  @Test
  void keysConductorRefusesAreOperationsMatter() {
    bench.keys.set("quickbooks.desktop.secret-key", "sk_conductor_wrong");
    simulator.clock().advance(Duration.ofSeconds(2));
    WebAnswer answer = browser.press(browser.get(CONNECT), "Get the link");
    assertPage(answer, 503, "unavailable");
    assertThat(answer.body())
        .contains("the operators have been told")
        .doesNotContain("secret-key", "Bearer");
  }

  @Test
  void theEnvironmentThatIsNotConductorsIsNamed() {
    assertThat(browser.get(CONNECT).body()).contains("Test environment: CUSTOM");
  }
}
