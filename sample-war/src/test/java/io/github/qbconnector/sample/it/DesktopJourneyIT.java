package io.github.qbconnector.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.core.EndpointKind;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** From the gated page to a linked machine and its invoices, and back to nothing. */
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
