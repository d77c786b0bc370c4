package io.github.qbconnector.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.sample.probe.MovableClock;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractIntegerAssert;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Journeys through the WAR as it was built; each begins with nobody connected. Subclasses say by
 * which address users come.
 */
@ExtendWith(ArquillianExtension.class)
@ExtendWith(ServerSaid.class)
abstract class ServerJourney {

  final Providers providers = Providers.get();
  final Intuit intuit = new Intuit();
  final Conductor conductor = new Conductor();
  private final Browser operator = new Browser();

  /** The WAR with a movable clock and a probe; nothing of it is left out or replaced. */
  static WebArchive warFor(String site) {
    return ShrinkWrap.createFromZipFile(WebArchive.class, Place.WAR.toFile())
        .addPackage(MovableClock.class.getPackage())
        .addAsResource(
            new StringAsset(
                "quickbooks.online.redirect-uri="
                    + site
                    + "/quickbooks/callback\nquickbooks.connector.desktop.desktop.secret-key="
                    + Secrets.SECRET_KEY
                    + "\nquickbooks.connector.desktop.desktop.publishable-key="
                    + Secrets.PUBLISHABLE_KEY
                    + "\n"),
            "META-INF/microprofile-config.properties");
  }

  @BeforeEach
  void nobodyIsConnected() {
    providers.begin();
    intuit.begin();
    conductor.begin();
    sayTheTime();
    assertStatus(probe("settings")).isEqualTo(200);
    assertStatus(probe("email?tenant=juniper&value=studio@juniperslate.example")).isEqualTo(200);
    assertStatus(probe("forget")).isEqualTo(200);
    providers.forgetRequests();
  }

  /** Time passes, here, at Intuit and at Conductor. */
  void pass(Duration time) {
    providers.advance(time);
    sayTheTime();
  }

  private void sayTheTime() {
    assertThat(operator.get("/probe/clock?offset=" + providers.timeAhead()).status())
        .isEqualTo(200);
  }

  /**
   * Operations change these settings, in place of the deployed ones; none takes all changes back.
   */
  void configure(String... namesAndValues) {
    StringBuilder query = new StringBuilder("settings?");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      query.append(namesAndValues[i]).append('=').append(namesAndValues[i + 1]).append('&');
    }
    assertStatus(probe(query.toString())).isEqualTo(200);
    // The connector looks at its configuration at most once a second.
    pass(Duration.ofSeconds(2));
  }

  /** Whose connections are stored, one owner a line. */
  String stored() {
    return operator.get("/probe/owners").body();
  }

  Page probe(String pathAndQuery) {
    return operator.get("/probe/" + pathAndQuery);
  }

  /** Asks again until it works: an open circuit breaker closes by real time. */
  static Page afterTheOutage(Supplier<Page> page) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    Page answer = page.get();
    while (answer.status() == 503 && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      answer = page.get();
    }
    return answer;
  }

  static AbstractIntegerAssert<?> assertStatus(Page page) {
    return assertThat(page.status()).as("%s", page);
  }

  /** The connector's page of this name, and nothing that only developers should see. */
  static void assertPage(Page page, int status, String name) {
    assertStatus(page).isEqualTo(status);
    assertThat(page.name()).as("%s", page).isEqualTo(name);
    assertCivil(page);
  }

  /** No trace of a stack, no 500. */
  static void assertCivil(Page page) {
    assertStatus(page).isNotEqualTo(500);
    assertThat(page.body()).doesNotContain("Exception", "\tat ", "SRVE0", "io.github.qbconnector");
  }

  static void assertInvoicesOf(Page page, String company) {
    assertStatus(page).isEqualTo(200);
    assertThat(page.text("#quickbooks-company")).isEqualTo(company);
    assertThat(page.html().select("#quickbooks-invoices tbody tr")).isNotEmpty();
  }

  static URI with(URI url, String from, String to) {
    assertThat(url.toString()).contains(from);
    return URI.create(url.toString().replace(from, to));
  }
}
