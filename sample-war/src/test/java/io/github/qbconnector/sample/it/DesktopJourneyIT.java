package io.github.qbconnector.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.core.EndpointKind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** From the gated page to a linked machine, and what becomes of links. */
class DesktopJourneyIT extends DesktopJourney {

  private static final String COMPANY = "Juniper & Slate";

  @Test
  void fromTheLoginThroughAnInvitationToTheInvoicesOfTheCompanyFile() {
    Person june = Person.loggedIn("june");

    Page gate = june.browser().get(Person.GATED);
    assertStatus(gate).isEqualTo(303);
    Page start = june.browser().follow(gate);
    assertPage(start, 200, "connect");
    assertThat(start.url().getPath()).isEqualTo("/quickbooks/connect");
    assertThat(start.has("#company")).as("the application knows who this is").isFalse();

    Page waiting = june.browser().press(start, DesktopOwner.BEGIN);
    assertPage(waiting, 200, "waiting");
    assertThat(conductor.endUsers()).hasSize(1);
    assertThat(conductor.sessions()).hasSize(1);
    assertThat(conductor.made(EndpointKind.END_USERS)).isOne();
    assertThat(conductor.made(EndpointKind.AUTH_SESSIONS)).isOne();
    assertThat(conductor.juniper().companyName()).isEqualTo(COMPANY);
    assertThat(conductor.juniper().email()).isEqualTo("studio@juniperslate.example");
    assertThat(june.state()).isEqualTo("CONNECTING");

    String invitation = DesktopOwner.invitation(waiting);
    assertThat(invitation).startsWith(Place.SITE + "/quickbooks/connect?");
    assertThat(waiting.element("#mail").attr("href")).startsWith("mailto:?subject=");
    assertThat(waiting.body()).doesNotContain("auth_sess_client_secret", "/conductor/connect");

    Page end = machine.setsUp(invitation);
    assertThat(end.url().getPath()).isEqualTo("/quickbooks/connect");
    assertThat(end.name()).isIn("invitedWaiting", "invitedDone");

    assertPage(soon(() -> machine.browser().open(invitation), "invitedDone"), 200, "invitedDone");
    assertThat(conductor.wakings()).as("Conductor's record is enough").isZero();
    Page landed = june.gatedPage();
    assertInvoicesOf(landed, COMPANY);
    assertThat(landed.html().select("#quickbooks-invoices tbody tr")).hasSize(12);
    assertThat(june.state()).isEqualTo("CONNECTED");
    assertThat(june.settings().text("dl.facts")).contains(COMPANY, "June Abernathy");
    Page connected = DesktopOwner.of(june).connectPage();
    assertThat(connected.text("h1")).isEqualTo("QuickBooks is connected");
    assertThat(connected.text("dl")).contains(COMPANY);
    assertThat(stored()).isEqualToIgnoringNewLines("juniper");
    assertThat(conductor.wakings()).isZero();
  }

  @Test
  void whoGoesOnAtTheSameComputerComesBackToWhereTheyWantedToGo() {
    Person june = Person.loggedIn("june");
    Page waiting = june.browser().press(june.gatedPage(), DesktopOwner.BEGIN);

    URI hosted = DesktopOwner.of(june).goesOnHere(waiting);
    assertThat(hosted.getHost()).isEqualTo("127.0.0.1");
    Page back = june.browser().press(june.browser().open(hosted), "#connect");

    assertThat(back.url().getPath()).isEqualTo("/quickbooks/connect");
    Page connected = soon(DesktopOwner.of(june)::connectPage, "connect");
    Page reached = june.browser().open(back.url());
    assertThat(reached.text("h1")).isEqualTo(connected.text("h1"));
    assertInvoicesOf(june.browser().open(reached.href(".actions a.primary")), COMPANY);
  }

  @Test
  void aConnectionServesAllWhoWorkThereAndNobodyElse() {
    connected("june");

    assertInvoicesOf(Person.loggedIn("jasper").gatedPage(), COMPANY);
    assertPage(Person.loggedIn("hanna").gatedPage(), 200, "connect");
  }

  @Test
  void aScriptIsToldWhatIsMissing() {
    Person june = Person.loggedIn("june");
    assertProblem(june.browser().asScript(Person.GATED), 409, "NOT_CONNECTED");

    Page waiting = DesktopOwner.of(june).begins();

    Page problem = june.browser().asScript(Person.GATED);
    assertProblem(problem, 409, "CONNECTING");
    assertThat(problem.body()).contains("\"reason\":\"FLOW_OPEN\"");
    assertThat(problem.body()).contains("\"connectUrl\":\"/quickbooks/connect?connector=desktop\"");
    assertThat(DesktopOwner.of(june).status()).contains("\"state\":\"CONNECTING\"");
    assertThat(waiting.element("#progress").attr("data-status")).startsWith("/quickbooks/status");
  }

  @Test
  void tabsThatBeginTogetherMakeOneEndUser() throws Exception {
    List<Person> tabs =
        List.of(Person.loggedIn("june"), Person.loggedIn("june"), Person.loggedIn("june"));
    List<Page> pages = tabs.stream().map(tab -> DesktopOwner.of(tab).connectPage()).toList();

    ExecutorService together = Executors.newFixedThreadPool(tabs.size());
    try {
      List<Callable<Page>> presses =
          tabs.stream()
              .<Callable<Page>>map(
                  tab ->
                      () -> tab.browser().press(pages.get(tabs.indexOf(tab)), DesktopOwner.BEGIN))
              .toList();
      for (Future<Page> answer : together.invokeAll(presses)) {
        assertPage(answer.get(), 200, "waiting");
      }
    } finally {
      together.shutdown();
    }

    assertThat(conductor.endUsers()).hasSize(1);
    assertThat(conductor.sessions()).hasSize(1);
  }

  @Test
  void loadingThePageAgainBeginsNothing() {
    DesktopOwner june = DesktopOwner.of(Person.loggedIn("june"));
    june.begins();

    assertPage(june.connectPage(), 200, "waiting");
    assertPage(june.connectPage(), 200, "waiting");

    assertThat(conductor.sessions()).hasSize(1);
  }

  @Test
  void aNewLinkReplacesTheOldOneForTheSameEndUser() {
    DesktopOwner june = DesktopOwner.of(Person.loggedIn("june"));
    Page first = june.begins();

    Page second = june.browser().press(first, DesktopOwner.ANEW);

    assertPage(second, 200, "waiting");
    assertThat(conductor.endUsers()).hasSize(1);
    assertThat(conductor.sessions()).hasSize(2);
    // What was mailed already leads to the newest one.
    URI hosted = machine.accepts(DesktopOwner.invitation(first));
    assertThat(hosted.getPath()).contains(conductor.sessions().get(1).clientSecret());
  }

  @Test
  void disconnectingForgetsAtOnceAndConnectingAgainRunsTheWholeSetUp() {
    Person june = connected("june");

    Page after = june.browser().press(DesktopOwner.of(june).connectPage(), DesktopOwner.DISCONNECT);
    assertPage(after, 200, "connect");
    assertThat(after.has(DesktopOwner.DISCONNECT)).isFalse();
    assertPage(june.gatedPage(), 200, "connect");
    assertThat(stored()).isBlank();
    assertThat(conductor.endUsers()).as("lives on").hasSize(1);

    Page waiting = DesktopOwner.of(june).begins();
    assertPage(waiting, 200, "waiting");
    assertThat(conductor.sessions()).hasSize(2);
    assertPage(june.gatedPage(), 200, "waiting");
    machine.setsUp(DesktopOwner.invitation(waiting));
    soonConnected(june);
    assertInvoicesOf(june.gatedPage(), COMPANY);
    assertThat(conductor.endUsers()).hasSize(1);
  }

  @Test
  void theSettingsPageDisconnectsToo() {
    Person june = connected("june");

    Page settings = june.presses("#disconnect");

    assertThat(settings.text("#notice")).isEqualTo("QuickBooks is disconnected.");
    assertThat(june.state()).isEqualTo("NOT_CONNECTED");
    assertPage(june.browser().open(settings.href("#connect")), 200, "connect");
  }

  @Test
  void deletingTheSetUpDeletesTheEndUserAndTheNextConnectMakesAnother() {
    Person june = connected("june");
    String before = conductor.juniper().id();

    june.browser().press(DesktopOwner.of(june).connectPage(), DesktopOwner.DELETE);

    assertThat(conductor.endUsers()).isEmpty();
    assertPage(june.gatedPage(), 200, "connect");
    machine.setsUp(DesktopOwner.invitation(DesktopOwner.of(june).begins()));
    soonConnected(june);
    assertThat(conductor.juniper().id()).isNotEqualTo(before);
    assertInvoicesOf(june.gatedPage(), COMPANY);
  }

  @Test
  void aLinkThatNobodyUsedInTimeIsReplacedByAnother() {
    Person june = Person.loggedIn("june");
    String old = DesktopOwner.invitation(DesktopOwner.of(june).begins());
    pass(Duration.ofMinutes(31));

    Page expired = june.gatedPage();
    assertPage(expired, 200, "connect");
    assertThat(expired.text("main")).contains("was not used in time");
    assertPage(machine.browser().open(old), 410, "invitedVoid");

    Page waiting = june.browser().press(expired, DesktopOwner.BEGIN);
    assertPage(waiting, 200, "waiting");
    machine.setsUp(DesktopOwner.invitation(waiting));
    soonConnected(june);
    assertInvoicesOf(june.gatedPage(), COMPANY);
    assertThat(conductor.endUsers()).hasSize(1);
  }

  @Test
  void aSetUpThatWasOpenedAndNotFinishedStaysUnderWay() {
    Person june = Person.loggedIn("june");
    String invitation = DesktopOwner.invitation(DesktopOwner.of(june).begins());
    machine.browser().open(machine.accepts(invitation));
    assertThat(conductor.juniper().state()).isEqualTo(DesktopState.STARTED);

    for (int look = 0; look < 3; look++) {
      pass(Duration.ofSeconds(4));
      assertPage(june.gatedPage(), 200, "waiting");
    }

    assertThat(june.state()).isEqualTo("CONNECTING");
    assertThat(conductor.wakings()).isZero();
    assertPage(machine.browser().open(invitation), 200, "invited");
  }

  @Test
  void whoIsDeniedAtTheMachineMayTryAgainWithTheSameLink() {
    Person june = Person.loggedIn("june");
    String invitation = DesktopOwner.invitation(DesktopOwner.of(june).begins());
    URI hosted = machine.accepts(invitation);
    machine.browser().press(machine.browser().open(hosted), "#deny");
    pass(Duration.ofSeconds(4));
    assertPage(june.gatedPage(), 200, "waiting");

    machine.allows(hosted);

    soonConnected(june);
    assertInvoicesOf(june.gatedPage(), COMPANY);
  }

  @Test
  void anInvitationIsUsedUpOnceTheConnectionIsMade() {
    Person june = Person.loggedIn("june");
    String invitation = DesktopOwner.invitation(DesktopOwner.of(june).begins());
    String another = DesktopOwner.invitation(DesktopOwner.of(june).connectPage());
    machine.setsUp(invitation);
    soonConnected(june);
    int sessions = conductor.sessions().size();

    assertPage(machine.browser().open(another), 200, "invitedDone");

    june.presses("#disconnect");
    Page gone = machine.browser().open(invitation);
    assertPage(gone, 410, "invitedVoid");
    assertThat(gone.has("form")).isFalse();
    assertThat(conductor.sessions()).hasSize(sessions);
  }

  @Test
  void anInvitationThatWasBentLeadsNowhere() {
    Person june = Person.loggedIn("june");
    String invitation = DesktopOwner.invitation(DesktopOwner.of(june).begins());
    String bent = invitation.substring(0, invitation.length() - 6) + "AAAAAA";

    assertPage(machine.browser().open(bent), 404, "invitedVoid");
    assertPage(machine.browser().open("/quickbooks/connect?invitation=x"), 404, "invitedVoid");
    assertThat(machine.browser().asScript(bent.replace("/connect?", "/status?")).body())
        .isEqualTo("{\"state\":\"NOT_CONNECTED\"}");
  }

  @Test
  void anInvitationShowsAStrangerNothingButItsState() {
    Person june = Person.loggedIn("june");
    String invitation = DesktopOwner.invitation(DesktopOwner.of(june).begins());

    Page invited = machine.browser().open(invitation);
    assertPage(invited, 200, "invited");
    assertThat(invited.body()).doesNotContain("june", "June", "studio@", "auth_sess");
    assertThat(machine.browser().asScript(invitation.replace("/connect?", "/status?")).body())
        .isEqualTo("{\"state\":\"CONNECTING\"}");
    assertStatus(machine.browser().asScript("/quickbooks/status")).isEqualTo(401);
    assertStatus(machine.browser().post(invitation.replace("/connect?", "/disconnect?"), Map.of()))
        .isEqualTo(404);
  }

  @Test
  void anInvitationOpenedByTheOwnerIsTheOwnersConnectPage() {
    Person june = Person.loggedIn("june");
    Page waiting = DesktopOwner.of(june).begins();

    Page own = june.browser().open(DesktopOwner.invitation(waiting));

    assertPage(own, 200, "waiting");
    assertThat(own.url().getQuery()).doesNotContain("invitation");
  }

  @Test
  void withoutItsTokenAnInvitationsFormDoesNothing() {
    Person june = Person.loggedIn("june");
    String invitation = DesktopOwner.invitation(DesktopOwner.of(june).begins());
    machine.browser().open(invitation);

    assertPage(machine.browser().post(invitation, Map.of()), 403, "forged");
    assertPage(machine.browser().post(invitation, Map.of("csrf", "wrong")), 403, "forged");
  }

  @Test
  void whoWorksElsewhereReachesNothingOfJunipers() {
    Person june = Person.loggedIn("june");
    Page waiting = DesktopOwner.of(june).begins();
    Map<String, String> junes = waiting.fields(DesktopOwner.HERE);

    Browser hanna = Person.loggedIn("hanna").browser();
    Page elsewhere = hanna.open("/quickbooks/connect?connector=desktop");
    assertCivil(elsewhere);
    assertThat(elsewhere.body()).doesNotContain("Juniper", "invitation=");
    assertStatus(hanna.post("/quickbooks/connect", junes)).isBetween(400, 404);
    assertStatus(hanna.post("/quickbooks/disconnect", junes)).isBetween(400, 404);

    assertThat(conductor.sessions()).hasSize(1);
    assertThat(conductor.endUsers()).hasSize(1);
    assertThat(june.state()).isEqualTo("CONNECTING");
  }

  @Test
  void aProductThatAnOwnerDoesNotUseCannotBeConnected() {
    Browser hanna = Person.loggedIn("hanna").browser();

    Page page = hanna.open("/quickbooks/connect?connector=desktop");

    assertThat(page.has(DesktopOwner.BEGIN)).as("%s", page).isFalse();
    assertThat(conductor.endUsers()).isEmpty();
  }

  @Test
  void withoutItsTokenAFormDoesNothing() {
    Person june = connected("june");
    Map<String, String> form =
        Map.of("connector", "desktop", "step", "begin", "delete-end-user", "true");

    for (String endpoint : List.of("/quickbooks/connect", "/quickbooks/disconnect")) {
      assertPage(june.browser().post(endpoint, form), 403, "forged");
    }

    assertThat(conductor.endUsers()).hasSize(1);
    assertInvoicesOf(june.gatedPage(), COMPANY);
  }

  @Test
  void aClerkCanNeitherConnectNorDisconnect() {
    Person june = Person.loggedIn("june");
    Map<String, String> form = DesktopOwner.of(june).connectPage().fields(DesktopOwner.BEGIN);
    Page refused = Person.loggedIn("jasper").gatedPage();
    assertPage(refused, 403, "connect");
    assertThat(refused.has("form")).isFalse();

    // Not even with a form that fits: left open by an owner in the same browser.
    june.losesTheSession();
    june.logsIn("jasper");
    assertPage(june.browser().post("/quickbooks/connect", form), 403, "notAllowed");
    assertPage(june.browser().post("/quickbooks/disconnect", form), 403, "notAllowed");
    assertThat(conductor.endUsers()).isEmpty();
  }

  @Test
  void theConnectPageAsksWhoThisIsWhereTheApplicationDoesNotKnow() {
    assertStatus(probe("email?tenant=juniper")).isEqualTo(200);
    Person june = Person.loggedIn("june");
    Page start = DesktopOwner.of(june).connectPage();
    assertThat(start.has("#company[required]")).as("%s", start).isTrue();
    assertThat(start.has("#email[type=email][required]")).isTrue();

    Page again =
        june.browser()
            .follow(june.browser().pressOnly(start, DesktopOwner.BEGIN, Map.of("company", " ")));
    assertThat(again.has("#company")).as("asks again: %s", again).isTrue();
    assertThat(conductor.endUsers()).isEmpty();

    Page waiting =
        june.browser()
            .follow(
                june.browser()
                    .pressOnly(
                        again,
                        DesktopOwner.BEGIN,
                        Map.of("company", "J & S <Studio>", "email", "june@juniper.example")));
    assertPage(waiting, 200, "waiting");
    assertThat(conductor.juniper().companyName()).isEqualTo("J & S <Studio>");
    assertThat(conductor.juniper().email()).isEqualTo("june@juniper.example");
    assertThat(machine.browser().open(DesktopOwner.invitation(waiting)).body())
        .doesNotContain("<Studio>");
  }

  @Test
  void theNightlySyncReadsBothProducts() {
    Person june = connected("june");
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(Intuit.HARBOR);

    assertStatus(probe("night")).isEqualTo(200);

    assertThat(june.settings().text("#sync-result")).startsWith("12 invoices read");
    assertThat(hanna.settings().text("#sync-result")).startsWith("10 invoices read");
  }

  @Test
  void theNightlySyncLeavesAloneWhatNobodyHasFinished() {
    Person june = Person.loggedIn("june");
    String before = june.settings().text("#sync-result");
    DesktopOwner.of(june).begins();

    assertStatus(probe("night")).isEqualTo(200);

    assertThat(june.settings().text("#sync-result")).isEqualTo(before);
  }

  @Test
  void whatTheOwnerDoesInTheSettingsWorksOnTheMachine() {
    Person june = connected("june");

    assertThat(june.presses("#check").text("#notice"))
        .isEqualTo("QuickBooks answered; the connection works.");
    assertThat(conductor.wakings()).isOne();
    assertThat(june.presses("#sync-now").text("#notice"))
        .isEqualTo("Your invoices were read from QuickBooks.");
    assertThat(june.settings().has("#connect-other")).isFalse();
  }
}
