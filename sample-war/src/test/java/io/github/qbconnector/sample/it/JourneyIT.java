package io.github.qbconnector.sample.it;

import static io.github.qbconnector.sample.it.Intuit.HARBOR;
import static io.github.qbconnector.sample.it.Intuit.JUNIPER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.core.EndpointKind;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What owners and clerks do all year. */
class JourneyIT extends HttpJourney {

  @Test
  void fromTheLoginThroughConsentToTheInvoicesOfTheCompany() {
    Person hanna = Person.loggedIn("hanna");

    Page connect = hanna.gatedPage();
    assertPage(connect, 200, "connect");
    assertThat(connect.url().getPath()).isEqualTo("/quickbooks/connect");
    assertThat(connect.html().select("form[action$=/disconnect]")).isEmpty();

    Page landed = hanna.browser().open(hanna.consents(hanna.begins(connect), HARBOR));
    assertThat(landed.url().getPath()).isEqualTo(Person.GATED);
    assertInvoicesOf(landed, "Harbor Street Bakery");
    assertThat(hanna.state()).isEqualTo("CONNECTED");
    assertThat(stored()).isEqualToIgnoringNewLines("harbor");
  }

  @Test
  void aConnectionServesAllWhoWorkThereAndNobodyElse() {
    Person.loggedIn("hanna").connects(HARBOR);

    assertInvoicesOf(Person.loggedIn("carl").gatedPage(), "Harbor Street Bakery");
    assertPage(Person.loggedIn("nora").gatedPage(), 200, "connect");
  }

  @Test
  void whoCancelsAtIntuitIsToldSoAndNothingIsStored() {
    Person hanna = Person.loggedIn("hanna");

    Page cancelled = hanna.browser().open(hanna.cancels(hanna.begins(hanna.gatedPage())));

    assertPage(cancelled, 200, "cancelled");
    assertThat(stored()).isBlank();
    assertThat(hanna.browser().cookies().names()).noneMatch(name -> name.startsWith("qbc-flow-"));
    assertPage(hanna.gatedPage(), 200, "connect");
    // The way back is on the page, and it leads to where the user wanted to go.
    Page again = hanna.browser().open(cancelled.href(".actions a.primary"));
    assertInvoicesOf(
        hanna.browser().open(hanna.consents(hanna.begins(again), HARBOR)), "Harbor Street Bakery");
  }

  @Test
  void disconnectingClosesTheGateAtOnceAndRevokesTheGrant() {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);
    assertThat(intuit.isConnected(HARBOR)).isTrue();

    Page settings = hanna.presses("#disconnect");

    assertThat(settings.text("#notice")).isEqualTo("QuickBooks is disconnected.");
    assertPage(hanna.gatedPage(), 200, "connect");
    assertThat(intuit.isConnected(HARBOR)).isFalse();
    assertThat(intuit.requests(EndpointKind.REVOKE)).isEqualTo(1);
    assertThat(stored()).isBlank();
  }

  @Test
  void theConnectPageDisconnectsToo() {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);

    Page connect = hanna.browser().open("/quickbooks/connect");
    assertThat(connect.text("dl")).contains("Harbor Street Bakery");
    Page after = hanna.browser().press(connect, "form[action$=/disconnect] button");

    assertPage(after, 200, "connect");
    assertThat(after.has("form[action$=/disconnect]")).isFalse();
    assertThat(intuit.isConnected(HARBOR)).isFalse();
  }

  @Test
  void disconnectingIsCertainEvenWhileIntuitIsDown() {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);
    intuit.down(EndpointKind.REVOKE);

    assertCivil(hanna.presses("#disconnect"));

    assertPage(hanna.gatedPage(), 200, "connect");
    assertThat(stored()).isBlank();
  }

  @Test
  void afterARevocationAtIntuitThePageAsksToConnectAgainAndThatWorks() {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);
    intuit.revoke(HARBOR);

    Page noticed = hanna.gatedPage();
    assertThat(hanna.state()).isEqualTo("RECONNECT_REQUIRED");
    assertPage(noticed, 200, "connect");
    assertThat(noticed.text("h1")).isEqualTo("Connect to QuickBooks again");
    assertThat(noticed.text("main")).contains("QuickBooks has ended the connection");

    Page landed = hanna.browser().open(hanna.consents(hanna.begins(noticed), HARBOR));
    assertInvoicesOf(landed, "Harbor Street Bakery");
    assertThat(hanna.state()).isEqualTo("CONNECTED");
  }

  @Test
  void anotherCompanyThanTheConnectedOneIsRefusedAndTheConnectionStaysAsItWas() {
    Person hanna = Person.loggedIn("hanna");
    // Begun before the connection was there, as in a forgotten tab.
    URI forgotten = hanna.begins();
    hanna.connects(HARBOR);

    Page refused = hanna.browser().open(hanna.consents(forgotten, JUNIPER));

    assertPage(refused, 409, "otherCompany");
    assertInvoicesOf(hanna.gatedPage(), "Harbor Street Bakery");
    // The grant that nobody will use does not live on.
    assertThat(intuit.isConnected(JUNIPER)).isFalse();
    assertThat(intuit.isConnected(HARBOR)).isTrue();
  }

  @Test
  void anotherCompanyIsRefusedAlsoWhenReconnecting() {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);
    intuit.revoke(HARBOR);
    Page ask = hanna.gatedPage();

    Page refused = hanna.browser().open(hanna.consents(hanna.begins(ask), JUNIPER));

    assertPage(refused, 409, "otherCompany");
    assertThat(hanna.state()).isEqualTo("RECONNECT_REQUIRED");
  }

  @Test
  void whoAsksForAnotherCompanyGetsIt() {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);

    Page connect = hanna.browser().open(hanna.settings().href("#connect-other"));
    Page landed = hanna.browser().open(hanna.consents(hanna.begins(connect), JUNIPER));

    assertThat(landed.url().getPath()).isEqualTo(Person.SETTINGS);
    assertThat(landed.text("main")).contains("Juniper & Slate Design Studio");
    assertInvoicesOf(hanna.gatedPage(), "Juniper & Slate Design Studio");
  }

  @Test
  void aClerkCanNeitherConnectNorDisconnect() {
    Person hanna = Person.loggedIn("hanna");
    Person carl = Person.loggedIn("carl");

    Page connect = carl.gatedPage();
    assertPage(connect, 403, "connect");
    assertThat(connect.has("form")).isFalse();

    // Not even with a form that fits: left open by an owner in the same browser.
    Person shared = Person.loggedIn("hanna");
    Map<String, String> form =
        shared.browser().open("/quickbooks/connect").fields("form[action$=/connect] button");
    shared.losesTheSession();
    shared.logsIn("carl");
    assertPage(shared.browser().post("/quickbooks/connect", form), 403, "notAllowed");
    assertThat(shared.browser().cookies().names()).noneMatch(name -> name.startsWith("qbc-flow-"));

    hanna.connects(HARBOR);
    assertPage(shared.browser().post("/quickbooks/disconnect", form), 403, "notAllowed");
    assertThat(carl.settings().has("#disconnect")).isFalse();
    String csrf = carl.settings().element("input[name=csrf]").attr("value");
    assertStatus(carl.browser().post(Person.SETTINGS, Map.of("csrf", csrf, "action", "disconnect")))
        .isEqualTo(403);
    assertInvoicesOf(hanna.gatedPage(), "Harbor Street Bakery");
  }

  @Test
  void eightHoursLaterTheGatePassesAtOnceForOneRefresh() {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);
    intuit.forgetRequests();

    pass(Duration.ofHours(8));

    assertInvoicesOf(hanna.gatedPage(), "Harbor Street Bakery");
    assertThat(intuit.refreshes()).isEqualTo(1);
    assertThat(intuit.requests(EndpointKind.ACCOUNTING)).as("only the page's own read").isOne();
  }

  @Test
  void aConnectionOutlivesARotationOfItsToken() {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);

    for (int day = 0; day < 3; day++) {
      pass(Duration.ofHours(25));
      assertInvoicesOf(hanna.gatedPage(), "Harbor Street Bakery");
    }
  }
}
