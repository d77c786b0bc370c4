package io.github.qbconnector.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.ConnectRequest;
import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.impl.connection.FlowSeal;
import io.github.qbconnector.impl.connection.Invitation;
import io.github.qbconnector.impl.crypto.EncryptionKey;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.testing.TestBrowser;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.conductor.EndUser;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody without a login, in front of the machine that runs QuickBooks. */
class InvitationEndpointTest extends DesktopPageTest {
  InvitationEndpointTest(QuickBooksSimulator simulator) {
    super(simulator);
  }

  private String invitation;

  @BeforeEach
  void invite() {
    invitation = invitation();
    logOut();
  }

  private String status(String of) {
    return of.replace("http://localhost:9080" + CONNECT, STATUS);
  }

  private URI begin() {
    return assertLeadsToConductor(visitor.press(visitor.get(invitation), "Go on"));
  }

  @Test
  void itWorksWithoutALoginUntilTheMachineIsLinked() {
    WebAnswer page = visitor.get(invitation);
    assertPage(page, 200, "invited");
    assertThat(page.body())
        .contains("Somebody at localhost asks you", "Yes, always")
        .doesNotContain("june", "href=\"/app/\"");
    assertThat(simulator.requests().list()).as("looking at it asks nobody").isEmpty();
    URI back = simulator.conductor().connect(begin()).orElseThrow();
    assertThat(endUsers()).singleElement().extracting(EndUser::sourceId).isEqualTo("june");
    assertThat(back.toString()).startsWith(invitation);
    assertPage(visitor.getUntil(back.toString(), "invitedDone"), 200, "invitedDone");
    assertThat(state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(bench.connector.connection("june").details().connectedBy())
        .as("nobody we know")
        .isEmpty();
  }

  @Test
  void comingBackBeforeQuickBooksHasAnsweredWaitsAndOffersToGoOn() {
    URI link = begin();
    URI back = simulator.conductor().cancel(link).orElseThrow();
    WebAnswer page = visitor.get(back.toString());
    assertPage(page, 200, "invitedWaiting");
    assertThat(page.body())
        .contains("data-status=\"" + STATUS + "?invitation=", "data-state=\"CONNECTING\"")
        .contains("<noscript><meta http-equiv=\"refresh\"");
    assertThat(assertLeadsToConductor(visitor.press(page, "Go on"))).isEqualTo(link);
  }

  @Test
  void theLinkTheOwnerWaitsWithIsTheOneThatIsUsed() {
    bench.owner = Optional.of("june");
    String handedOver = TestBrowser.handedOver(waitingPage());
    logOut();
    assertLeadsToConductor(visitor.press(visitor.get(handedOver), "Go on"));
    assertThat(sessions()).isEqualTo(1);
    assertThat(endUsers()).hasSize(1);
  }

  @Test
  void theOwnerIsSentToThePageOfTheOwner() {
    String returning =
        bench
            .connector
            .connection("june")
            .connectLink(ConnectRequest.returningTo("/invoices"))
            .href();
    bench.owner = Optional.of("june");
    assertThat(browser.get(returning).headers())
        .containsEntry("Location", CONNECT + "?return=%2Finvoices");
    bench.owner = Optional.of("jasper");
    assertPage(browser.get(returning), 200, "invited");
    assertThat(browser.press(browser.get(returning), "Go on").status()).isEqualTo(200);
    assertThat(endUsers()).singleElement().extracting(EndUser::sourceId).isEqualTo("june");
  }

  @Test
  void whatWasNotSealedHereIsNoInvitation() {
    Instant now = simulator.clock().instant();
    Invitation forged = new Invitation("default", "june", "", now, now.plusSeconds(600));
    Sealer foreign = new Sealer(List.of(EncryptionKey.ephemeral()));
    String sealed = new FlowSeal(() -> foreign).sealInvitation(forged);
    String tampered = invitation.substring(0, invitation.length() - 6) + "AAAAAA";
    for (String link :
        List.of(
            CONNECT + "?invitation=" + sealed,
            CONNECT + "?invitation=",
            CONNECT + "?invitation=x",
            CONNECT + "?invitation=" + "x".repeat(4_001),
            CONNECT + "?invitation=" + "v1.ephemeral.".repeat(100_000),
            tampered)) {
      assertPage(visitor.get(link), 404, "invitedVoid");
      assertPage(visitor.post(link, Map.of("step", "begin")), 404, "invitedVoid");
      assertThat(
              visitor.get(status(link.replaceFirst("^/app", "http://localhost:9080/app"))).body())
          .isEqualTo("{\"state\":\"NOT_CONNECTED\"}");
    }
    assertThat(simulator.requests().list()).isEmpty();
  }

  @Test
  void theLongestOwnerAndPathFit() {
    String owner = "ö".repeat(255);
    String link =
        bench
            .connector
            .connection(owner)
            .connectLink(ConnectRequest.returningTo("/" + "x".repeat(1_023)))
            .href();
    assertPage(visitor.get(link), 200, "invited");
  }

  @Test
  void itDoesNotOutliveItsTime() {
    URI link = begin();
    simulator.clock().advance(Duration.ofMinutes(31));
    assertPage(visitor.get(invitation), 410, "invitedVoid");
    assertThat(visitor.get(status(invitation)).body()).isEqualTo("{\"state\":\"NOT_CONNECTED\"}");
    assertThat(link).isNotNull();
    assertThat(sessions()).isEqualTo(1);
  }

  @Test
  void itIsUsedUpOnceTheConnectionIsMade() {
    bench.connect("june");
    WebAnswer page = visitor.get(invitation);
    assertPage(page, 200, "invitedDone");
    assertThat(page.body()).doesNotContain("<form", "Juniper", "june");
    assertPage(visitor.post(invitation, Map.of("step", "begin")), 200, "invitedDone");
    assertThat(visitor.get(status(invitation)).body()).isEqualTo("{\"state\":\"CONNECTED\"}");
    assertThat(sessions()).isEqualTo(1);
  }

  @Test
  void itIsVoidOnceTheConnectionIsEnded() {
    bench.connect("june");
    bench.connector.connection("june").disconnect();
    assertPage(visitor.get(invitation), 410, "invitedVoid");
    assertThat(visitor.get(status(invitation)).body()).isEqualTo("{\"state\":\"NOT_CONNECTED\"}");
    simulator.clock().advance(Duration.ofSeconds(1));
    assertPage(visitor.get(invitation()), 200, "invited");
  }

  @Test
  void aNewBeginningRevivesNoOldInvitation() {
    bench.connect("june");
    bench.connector.connection("june").disconnect();
    bench.owner = Optional.of("june");
    waitingPage();
    logOut();
    assertPage(visitor.get(invitation), 410, "invitedVoid");
  }

  @Test
  void anInvitationToWhatWorksAlreadySaysSo() {
    bench.connect("june");
    simulator.clock().advance(Duration.ofSeconds(1));
    String later = invitation();
    WebAnswer answer = visitor.press(visitor.get(later), "Go on");
    assertPage(answer, 200, "invitedDone");
    assertThat(sessions()).isEqualTo(1);
  }

  @Test
  void aMachineThatDeniesAccessIsInvitedAgain() {
    simulator.conductor().desktops().set(bench.connect("june"), DesktopState.DENIED);
    bench.connector.connection("june").ping();
    simulator.clock().advance(Duration.ofSeconds(5));
    invitation = invitation();
    WebAnswer page = visitor.get(invitation);
    assertPage(page, 200, "invited");
    assertThat(page.body())
        .as("the name of the company, so that the right file is open, and nothing else")
        .contains("<dd>Juniper &amp; Slate</dd>")
        .doesNotContain("Connected by", "Connected on", "june", "end_usr_", "re-authorize");
    URI link = assertLeadsToConductor(visitor.press(page, "Go on"));
    simulator.clock().advance(Duration.ofSeconds(5));
    simulator.conductor().connect(link);
    assertThat(visitor.getUntil(status(invitation), "\"CONNECTED\"").body())
        .isEqualTo("{\"state\":\"CONNECTED\"}");
  }

  @Test
  void aCallThatComesFirstLeavesNobodyWaiting() {
    simulator.conductor().desktops().set(bench.connect("june"), DesktopState.DENIED);
    bench.connector.connection("june").ping();
    invitation = invitation();
    simulator.conductor().connect(begin());
    assertThat(bench.connector.connection("june").companyFile().company()).isNotNull();
    simulator.clock().advance(Duration.ofSeconds(5));
    assertThat(visitor.getUntil(status(invitation), "\"CONNECTED\"").body())
        .isEqualTo("{\"state\":\"CONNECTED\"}");
  }

  @Test
  void theStatusSaysTheStateAndNothingElse() {
    assertThat(visitor.get(status(invitation)).body()).isEqualTo("{\"state\":\"CONNECTING\"}");
    URI link = begin();
    simulator.conductor().desktops().set(bench.endUser("june"), DesktopState.STARTED);
    assertThat(visitor.get(status(invitation)).body()).isEqualTo("{\"state\":\"CONNECTING\"}");
    simulator.conductor().connect(link);
    simulator.clock().advance(Duration.ofSeconds(5));
    WebAnswer done = visitor.getUntil(status(invitation), "\"CONNECTED\"");
    assertThat(done.body()).isEqualTo("{\"state\":\"CONNECTED\"}");
    assertThat(done.headers()).containsEntry("Cache-Control", "no-store");
    assertThat(simulator.requests().count(EndpointKind.HEALTH_CHECK)).isZero();
  }

  @Test
  void itsFormIsProtectedLikeTheOwners() {
    WebAnswer page = visitor.get(invitation);
    assertPage(visitor.post(invitation, Map.of("step", "begin")), 403, "forged");
    assertPage(new TestBrowser(bench.endpoints).press(page, "Go on"), 403, "forged");
    visitor.fetchSite = "cross-site";
    assertPage(visitor.press(page, "Go on"), 403, "forged");
    assertThat(endUsers()).isEmpty();
  }

  @Test
  void itOpensNoOtherDoor() {
    Map<String, String> fields = TestBrowser.fields(visitor.get(invitation));
    bench.connect("june");
    assertThat(visitor.post("/app/quickbooks/disconnect", fields).status()).isEqualTo(404);
    assertThat(visitor.get("/app/quickbooks/disconnect?invitation=x").status()).isEqualTo(404);
    assertThat(visitor.post(status(invitation), Map.of()).status()).isEqualTo(405);
    Map<String, String> without = Map.of("csrf", fields.getOrDefault("csrf", ""));
    assertThat(visitor.post("/app/quickbooks/disconnect", without).status()).isEqualTo(401);
    assertThat(state()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void whomNobodyKnowsIsAskedForHereToo() {
    bench.profile = Optional.empty();
    WebAnswer page = visitor.get(invitation);
    assertThat(page.body()).contains("name=\"company\"", "name=\"email\"");
    assertThat(visitor.follow(visitor.press(page, "Go on")).body()).contains("name=\"company\"");
    assertThat(endUsers()).isEmpty();
    Map<String, String> slate = Map.of("company", "Slate", "email", "slate@example.com");
    assertLeadsToConductor(visitor.press(page, "Go on", slate));
    assertThat(endUsers()).singleElement().extracting(EndUser::companyName).isEqualTo("Slate");
  }

  @Test
  void whatConductorRefusesIsAPageWithoutAWayIntoTheApplication() {
    simulator
        .faults()
        .add(
            Fault.envelope("INVALID_REQUEST_ERROR", "INVALID_REQUEST", 400)
                .on(EndpointKind.END_USERS));
    WebAnswer page = visitor.press(visitor.get(invitation), "Go on");
    assertPage(page, 400, "profileRefused");
    assertThat(page.body()).doesNotContain("href=\"/app/\"");
  }
}
