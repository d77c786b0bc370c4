package io.github.qbconnector.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.conductor.DesktopState;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of the links that go to the machine. */
class InvitationIT extends DesktopJourney {

  private static final String COMPANY = "Juniper & Slate";

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
  void anInvitationMadeByTheApplicationBeginsTheSetUpAtTheMachine() {
    String invitation = probe("invitation?owner=juniper").body().strip();
    assertPage(machine.browser().open(invitation), 200, "invited");
    assertThat(conductor.endUsers()).as("looking begins nothing").isEmpty();

    machine.setsUp(invitation);

    Person june = Person.loggedIn("june");
    soonConnected(june);
    assertInvoicesOf(june.gatedPage(), COMPANY);
    assertThat(conductor.sessions()).hasSize(1);
  }

  @Test
  void whoIsInvitedIsAskedWhoThisIsWhereTheApplicationDoesNotKnow() {
    assertStatus(probe("email?tenant=juniper")).isEqualTo(200);
    Page invited = machine.browser().open(probe("invitation?owner=juniper").body().strip());
    assertThat(invited.has("#email[required]")).as("%s", invited).isTrue();

    Page leaving =
        machine
            .browser()
            .pressOnly(
                invited,
                "form button",
                Map.of("company", COMPANY, "email", "studio@juniperslate.example"));

    assertPage(leaving, 200, "leaving");
    assertThat(conductor.juniper().email()).isEqualTo("studio@juniperslate.example");
  }
}
