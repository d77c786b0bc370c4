package io.github.qbconnector.sample.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.qbconnector.sample.it.Intuit.HARBOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** As in production: TLS, cookies held to their host, and a login that no other site brings in. */
@ExtendWith(ChromiumAtHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserOverTlsIT extends ServerJourney {

  private final Chromium chromium = new Chromium();

  @Deployment(testable = false)
  static WebArchive ledgerly() {
    return warFor(Place.TLS_SITE);
  }

  @AfterAll
  void leave() {
    chromium.close();
  }

  @Test
  void theJourneyWorksThoughTheBrowserKeepsTheLoginToItselfOnTheWayBack() {
    Page page = chromium.window();
    List<String> callbacks = new ArrayList<>();
    page.onResponse(
        response -> {
          URI url = URI.create(response.url());
          if (url.getPath().equals("/quickbooks/callback")) {
            callbacks.add(url.getQuery().startsWith("hop=1") ? "hop" : "from Intuit");
          }
        });

    Visitor hanna = new Visitor(page, Place.TLS_SITE).open(Person.GATED).logIn("hanna");
    hanna.sees("main#connect").begin();
    assertThat(login(page)).isNotEmpty().allMatch(c -> c.sameSite == SameSiteAttribute.STRICT);
    hanna.consent(HARBOR);

    assertThat(page.locator("#quickbooks-company")).hasText("Harbor Street Bakery");
    assertThat(URI.create(page.url()).getPath()).isEqualTo(Person.GATED);
    assertThat(callbacks).as("how the browser came back").containsExactly("from Intuit", "hop");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void theConnectorsCookiesAreHeldToTheHost() {
    Page page = chromium.window();
    Visitor hanna = new Visitor(page, Place.TLS_SITE).open(Person.GATED).logIn("hanna");

    hanna.sees("main#connect").begin();

    List<Cookie> ours =
        page.context().cookies().stream().filter(c -> c.name.contains("qbc-")).toList();
    assertThat(ours).hasSize(2);
    assertThat(ours)
        .allSatisfy(
            cookie -> {
              assertThat(cookie.name).startsWith("__Host-qbc-");
              assertThat(cookie.secure).isTrue();
              assertThat(cookie.httpOnly).isTrue();
              assertThat(cookie.path).isEqualTo("/");
              assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
            });
  }

  private static List<Cookie> login(Page page) {
    return page.context().cookies().stream()
        .filter(c -> c.name.equals("JSESSIONID") || c.name.equals("LtpaToken2"))
        .toList();
  }
}
