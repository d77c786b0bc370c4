package io.github.qbconnector.sample.it;

import static io.github.qbconnector.sample.it.Intuit.HARBOR;
import static io.github.qbconnector.sample.it.Intuit.JUNIPER;
import static io.github.qbconnector.sample.it.Intuit.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks as Intuit never sends them, or not to this browser, or not now. */
class CallbackIT extends HttpJourney {

  @Test
  void twoTabsMayFinishInAnyOrder() {
    Person hanna = Person.loggedIn("hanna");
    URI first = hanna.begins();
    URI second = hanna.begins(hanna.gatedPage());

    URI firstCallback = hanna.consents(first, HARBOR);
    URI secondCallback = hanna.consents(second, HARBOR);

    assertInvoicesOf(hanna.browser().open(secondCallback), "Harbor Street Bakery");
    Page other = hanna.browser().open(firstCallback);
    assertStatus(other).isEqualTo(200);
    assertThat(other.url().getPath()).isEqualTo(Person.SETTINGS);
    assertInvoicesOf(hanna.gatedPage(), "Harbor Street Bakery");
  }

  @Test
  void aRealmThatWasNotConsentedToIsNeverStored() {
    Person hanna = Person.loggedIn("hanna");
    Person nora = Person.loggedIn("nora");
    nora.connects(NORTHWIND);

    URI callback = hanna.consents(hanna.begins(), HARBOR);
    Page refused =
        hanna.browser().open(with(callback, "realmId=" + HARBOR, "realmId=" + NORTHWIND));

    assertPage(refused, 403, "notProven");
    assertThat(stored()).isEqualToIgnoringNewLines("northwind");
    assertPage(hanna.gatedPage(), 200, "connect");
    assertInvoicesOf(nora.gatedPage(), "Northwind Plumbing LLC");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "12345678901234567890123456789012345", "1%0d%0aX-Evil:1", "..%2f1"})
  void aRealmThatIsNoneIsNotSentAnywhere(String realm) {
    Person hanna = Person.loggedIn("hanna");
    URI callback = hanna.consents(hanna.begins(), HARBOR);
    intuit.forgetRequests();

    Page refused = hanna.browser().open(with(callback, "realmId=" + HARBOR, "realmId=" + realm));

    assertPage(refused, 400, "expired");
    assertThat(intuit.exchanges()).isZero();
    assertThat(stored()).isBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?code=abc", "?code=abc&realmId=1", "?state=&code=a&realmId=1"})
  void aCallbackWithoutStateIsRefused(String query) {
    Person hanna = Person.loggedIn("hanna");

    assertPage(hanna.browser().open("/quickbooks/callback" + query), 400, "expired");

    assertThat(intuit.exchanges()).isZero();
  }

  @Test
  void aCallbackThatWasBegunInAnotherBrowserIsRefused() {
    URI foreign = consentedBy(Person.loggedIn("hanna"));

    // Her own login does not help: the flow is in the other browser.
    Person elsewhere = Person.loggedIn("hanna");
    assertPage(elsewhere.browser().open(foreign), 400, "expired");

    assertThat(intuit.exchanges()).isZero();
    assertThat(stored()).isBlank();
  }

  @Test
  void anAttackersOwnCallbackConnectsNothingForHisVictim() {
    Person nora = Person.loggedIn("nora");
    Person hanna = Person.loggedIn("hanna");
    URI attackers = nora.consents(nora.begins(), JUNIPER);
    hanna.begins(); // even with a flow of her own under way

    assertPage(hanna.browser().open(attackers), 400, "expired");

    assertThat(stored()).isBlank();
  }

  @Test
  void anExpiredFlowIsRefused() {
    Person hanna = Person.loggedIn("hanna");
    URI callback = consentedBy(hanna);

    pass(Duration.ofMinutes(16));

    assertPage(hanna.browser().open(callback), 400, "expired");
    assertThat(intuit.exchanges()).isZero();
    assertThat(stored()).isBlank();
  }

  @Test
  void aReplayedCallbackGoesOnWithoutSendingTheCodeAgain() {
    Person hanna = Person.loggedIn("hanna");
    URI callback = consentedBy(hanna);
    hanna.browser().open(callback);

    Page replayed = hanna.browser().open(callback);

    assertStatus(replayed).isEqualTo(200);
    assertThat(replayed.url().getPath()).isEqualTo(Person.SETTINGS);
    assertThat(intuit.exchanges()).isEqualTo(1);
    assertInvoicesOf(hanna.gatedPage(), "Harbor Street Bakery");
  }

  @Test
  void aFlowCookieThatWasKeptCannotBeUsedTwice() {
    Person hanna = Person.loggedIn("hanna");
    URI callback = consentedBy(hanna);
    String kept = hanna.browser().cookies().header(callback);
    hanna.browser().open(callback);
    hanna.presses("#disconnect");

    for (String cookie : kept.split("; ")) {
      if (cookie.startsWith("qbc-flow-")) {
        hanna.browser().cookies().take(callback, cookie + "; Path=/quickbooks");
      }
    }

    assertPage(hanna.browser().open(callback), 400, "expired");
    assertThat(intuit.exchanges()).isEqualTo(1);
    assertThat(stored()).isBlank();
  }

  @Test
  void aTamperedFlowIsRefused() {
    Person hanna = Person.loggedIn("hanna");
    URI callback = consentedBy(hanna);
    int changed =
        hanna
            .browser()
            .cookies()
            .change(name -> name.startsWith("qbc-flow-"), CallbackIT::withAnotherLetter);
    assertThat(changed).isEqualTo(1);

    assertPage(hanna.browser().open(callback), 400, "expired");
    assertThat(intuit.exchanges()).isZero();
  }

  @Test
  void aTamperedStateIsRefused() {
    Person hanna = Person.loggedIn("hanna");
    URI callback = consentedBy(hanna);
    String query = callback.getQuery();
    String state = query.replaceAll(".*state=([^&]+).*", "$1");

    assertPage(
        hanna.browser().open(with(callback, state, withAnotherLetter(state))), 400, "expired");
    assertThat(intuit.exchanges()).isZero();
  }

  @Test
  void anotherOwnerCannotFinishWhatTheFirstBeganInTheSameBrowser() {
    Person hanna = Person.loggedIn("hanna");
    URI callback = consentedBy(hanna);
    hanna.losesTheSession();
    hanna.logsIn("nora"); // at the same browser

    Page refused = hanna.browser().open(callback);

    assertPage(refused, 403, "otherUser");
    assertThat(intuit.exchanges()).isZero();
    assertThat(stored()).isBlank();
  }

  @Test
  void aClerkCannotFinishWhatAnOwnerBegan() {
    Person hanna = Person.loggedIn("hanna");
    URI callback = consentedBy(hanna);
    hanna.losesTheSession();
    hanna.logsIn("carl"); // of the same company, at the same browser

    assertPage(hanna.browser().open(callback), 403, "notAllowed");
    assertThat(intuit.exchanges()).isZero();
    assertThat(stored()).isBlank();
  }

  @Test
  void theResultWaitsForWhoLostTheSession() {
    Person hanna = Person.loggedIn("hanna");
    URI callback = hanna.consents(hanna.begins(hanna.gatedPage()), HARBOR);
    hanna.losesTheSession();

    Page hop = hanna.browser().open(callback);
    assertPage(hop, 200, "hop");
    Page login = hanna.browser().open(hop.refresh());
    assertThat(intuit.exchanges()).as("nobody is logged in yet").isZero();
    assertThat(login.has("#username")).as("%s", login).isTrue();

    assertInvoicesOf(hanna.fillsInLogin(login, "hanna"), "Harbor Street Bakery");
    assertThat(intuit.exchanges()).isEqualTo(1);
  }

  @Test
  void aResultThatWaitsIsNotHandedToAnotherOwner() {
    Person hanna = Person.loggedIn("hanna");
    URI callback = consentedBy(hanna);
    hanna.losesTheSession();
    Page login = hanna.browser().open(hanna.browser().open(callback).refresh());

    assertPage(hanna.fillsInLogin(login, "nora"), 403, "otherUser");

    assertThat(intuit.exchanges()).isZero();
    assertThat(stored()).isBlank();
  }

  @Test
  void aResultDoesNotWaitForEver() {
    Person hanna = Person.loggedIn("hanna");
    URI callback = consentedBy(hanna);
    hanna.losesTheSession();
    Page login = hanna.browser().open(hanna.browser().open(callback).refresh());

    pass(Duration.ofMinutes(11));

    assertPage(hanna.fillsInLogin(login, "hanna"), 400, "expired");
    assertThat(stored()).isBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "server_error, 503, failed",
    "temporarily_unavailable, 503, failed",
    "invalid_scope, 503, misconfigured",
    "unauthorized_client, 503, misconfigured",
    "something_new, 400, refused"
  })
  void anErrorOfIntuitIsToldAsWhoseMatterItIs(String error, int status, String main) {
    Person hanna = Person.loggedIn("hanna");
    URI cancelled = hanna.cancels(hanna.begins());

    Page page = hanna.browser().open(with(cancelled, "error=access_denied", "error=" + error));

    assertPage(page, status, main);
    assertThat(page.text("main").contains(error)).isEqualTo(main.equals("refused"));
    assertThat(stored()).isBlank();
  }

  @Test
  void anErrorThatIsNotANameIsNotRepeated() {
    Person hanna = Person.loggedIn("hanna");
    URI cancelled = hanna.cancels(hanna.begins());

    Page refused =
        hanna
            .browser()
            .open(
                with(cancelled, "error=access_denied", "error=%3Cscript%3Ealert(1)%3C/script%3E"));

    assertPage(refused, 400, "refused");
    assertThat(refused.body()).doesNotContain("alert(1)");
  }

  private URI consentedBy(Person person) {
    return person.consents(person.begins(), HARBOR);
  }

  /** The last letter but some: the very last one may carry bits that nobody reads. */
  private static String withAnotherLetter(String text) {
    int at = text.length() - 5;
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    return text.substring(0, at) + other + text.substring(at + 1);
  }
}
