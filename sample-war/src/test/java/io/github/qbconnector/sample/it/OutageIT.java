package io.github.qbconnector.sample.it;

import static io.github.qbconnector.sample.it.Intuit.HARBOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever Intuit does, users get an answer they can act on, and nothing is lost. */
class OutageIT extends HttpJourney {

  /** The ways in which an endpoint fails. */
  enum Failing {
    ERROR_500(Fault.status(500)),
    ERROR_503(Fault.status(503)),
    THROTTLED(Fault.throttle(Duration.ofSeconds(20))),
    CUT(Fault.of(FaultKind.DROP_BEFORE)),
    SLOW(Fault.of(FaultKind.HANG)),
    HALF_AN_ANSWER(Fault.of(FaultKind.MALFORMED)),
    A_PAGE_OF_HTML(Fault.of(FaultKind.HTML_200)),
    TEN_MEGABYTES(Fault.huge(10 * 1024 * 1024));

    @SuppressWarnings("ImmutableEnumChecker") // a record of plain values
    final Fault fault;

    Failing(Fault fault) {
      this.fault = fault;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whileTheTokenEndpointFailsConnectingEndsOnAPageThatSaysSo(Failing how) {
    Person hanna = Person.loggedIn("hanna");
    URI callback = hanna.consents(hanna.begins(), HARBOR);
    intuit.faulty(EndpointKind.TOKEN, how.fault);

    assertPage(hanna.browser().open(callback), 503, "failed");
    assertThat(stored()).isBlank();

    intuit.mend();
    hanna.connects(HARBOR);
    assertInvoicesOf(hanna.gatedPage(), "Harbor Street Bakery");
  }

  @ParameterizedTest
  @EnumSource
  void whileTheCompanyCannotBeProvenNothingIsStored(Failing how) {
    Person hanna = Person.loggedIn("hanna");
    URI callback = hanna.consents(hanna.begins(), HARBOR);
    intuit.faulty(EndpointKind.ACCOUNTING, how.fault);

    Page page = hanna.browser().open(callback);

    assertPage(page, 503, "failed");
    assertThat(stored()).isBlank();
  }

  @ParameterizedTest
  @EnumSource
  void whileTokensCannotBeRenewedTheGateSaysSoAndKeepsTheConnection(Failing how) {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);
    pass(Duration.ofHours(8));
    intuit.faulty(EndpointKind.TOKEN, how.fault);

    Page page = hanna.gatedPage();
    assertPage(page, 503, "unavailable");
    assertThat(page.header("Retry-After")).isPresent();
    assertThat(page.has("meta[http-equiv=refresh]")).isTrue();

    Page answer = hanna.browser().asScript(Person.GATED);
    assertStatus(answer).isEqualTo(503);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.header("Retry-After")).isPresent();
    assertCivil(answer);

    intuit.mend();
    // By the clock, not by patience: the connector waits before it asks again.
    pass(Duration.ofMinutes(2));
    assertInvoicesOf(afterTheOutage(hanna::gatedPage), "Harbor Street Bakery");
  }

  @ParameterizedTest
  @EnumSource
  void whileReadsFailThePageSaysSoAndTheConnectionIsKept(Failing how) {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);
    intuit.faulty(EndpointKind.ACCOUNTING, how.fault);

    Page page = hanna.gatedPage();
    assertStatus(page).isEqualTo(503);
    assertThat(page.header("Retry-After")).isPresent();
    assertThat(page.text("#unavailable")).isEqualTo("QuickBooks does not answer right now");
    assertCivil(page);
    assertCivil(hanna.presses("#check"));

    intuit.mend();
    pass(Duration.ofMinutes(2));
    assertInvoicesOf(afterTheOutage(hanna::gatedPage), "Harbor Street Bakery");
  }

  @Test
  void anOutageNeverAsksAUserToConnectAgain() {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);
    pass(Duration.ofHours(8));
    intuit.down(EndpointKind.ANY);

    hanna.gatedPage();

    assertThat(hanna.state()).isEqualTo("PROVIDER_DOWN");
    assertThat(hanna.settings().has("#connect")).isFalse();
    Page connect = hanna.browser().open("/quickbooks/connect");
    assertThat(connect.text("main")).contains("Nothing is lost");
  }

  @Test
  void whileEvidenceIsYoungAnOutageIsNotNoticedAtTheGate() {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);
    pass(Duration.ofHours(2)); // older than max-age, younger than max-stale
    intuit.down(EndpointKind.TOKEN);

    Page page = hanna.gatedPage();

    assertStatus(page).isEqualTo(503);
    assertThat(page.has("#unavailable")).as("the application's own page: %s", page).isTrue();
  }

  @Test
  void whileDiscoveryIsDownConnectingWorks() {
    intuit.down(EndpointKind.DISCOVERY);
    Person hanna = Person.loggedIn("hanna");

    hanna.connects(HARBOR);

    assertInvoicesOf(hanna.gatedPage(), "Harbor Street Bakery");
  }
}
