package io.github.qbconnector.sample.it;

import static io.github.qbconnector.sample.it.Intuit.HARBOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that were not shown, and paths that lead astray. */
class TrickIT extends HttpJourney {

  private static final String CONNECT = "form[action$=/connect] button";
  private static final String DISCONNECT = "form[action$=/disconnect] button";

  @ParameterizedTest
  @ValueSource(strings = {"/quickbooks/connect", "/quickbooks/disconnect"})
  void withoutItsTokenAFormDoesNothing(String endpoint) {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);

    assertPage(hanna.browser().post(endpoint, Map.of()), 403, "forged");
    assertPage(hanna.browser().post(endpoint, Map.of("csrf", "")), 403, "forged");
    assertPage(hanna.browser().post(endpoint, Map.of("csrf", "wrong")), 403, "forged");

    assertInvoicesOf(hanna.gatedPage(), "Harbor Street Bakery");
  }

  @Test
  void theTokenOfAnotherOwnerOrAnotherBrowserDoesNotFit() {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);
    Map<String, String> noras =
        Person.loggedIn("nora").browser().open("/quickbooks/connect").fields(CONNECT);
    Map<String, String> elsewhere =
        Person.loggedIn("hanna").browser().open("/quickbooks/connect").fields(DISCONNECT);

    hanna.browser().open("/quickbooks/connect");
    assertPage(hanna.browser().post("/quickbooks/disconnect", noras), 403, "forged");
    assertPage(hanna.browser().post("/quickbooks/disconnect", elsewhere), 403, "forged");

    assertInvoicesOf(hanna.gatedPage(), "Harbor Street Bakery");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void aFormPostedFromAnotherSiteDoesNothingEvenWithItsToken(String site) {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);
    Map<String, String> form = hanna.browser().open("/quickbooks/connect").fields(DISCONNECT);

    Browser lured = hanna.browser().sending(Map.of("Sec-Fetch-Site", site));
    assertPage(lured.post("/quickbooks/disconnect", form), 403, "forged");

    assertThat(stored()).isEqualToIgnoringNewLines("harbor");
  }

  @Test
  void connectingBeginsWithAPostOnly() {
    Person hanna = Person.loggedIn("hanna");
    Map<String, String> form = hanna.browser().open("/quickbooks/connect").fields(CONNECT);

    Page page =
        hanna.browser().get("/quickbooks/connect?csrf=" + Objects.requireNonNull(form.get("csrf")));

    assertPage(page, 200, "connect");
    assertThat(hanna.browser().cookies().names()).noneMatch(name -> name.startsWith("qbc-flow-"));
    assertStatus(hanna.browser().get("/quickbooks/disconnect")).isEqualTo(405);
  }

  @Test
  void theApplicationsOwnFormsAreGuardedToo() {
    Person hanna = Person.loggedIn("hanna");
    hanna.connects(HARBOR);

    Page refused = hanna.browser().post(Person.SETTINGS, Map.of("action", "disconnect"));

    assertStatus(refused).isEqualTo(403);
    assertCivil(refused);
    assertThat(stored()).isEqualToIgnoringNewLines("harbor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "https://evil.example/",
        "/%2f/evil.example",
        "/%5cevil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/app/../../evil",
        "/a\r\nX-Evil: 1"
      })
  void aReturnPathNeverLeadsAway(String path) {
    Person hanna = Person.loggedIn("hanna");
    Page connect = hanna.browser().open("/quickbooks/connect?return=" + Browser.encoded(path));
    assertPage(connect, 200, "connect");
    assertThat(connect.body()).doesNotContain("evil").doesNotContain("alert(1)");

    // And once more behind the page's back.
    Map<String, String> form = new HashMap<>(connect.fields(CONNECT));
    form.put("return", path);
    Page leaving = hanna.browser().post("/quickbooks/connect", form);
    Page landing = hanna.browser().get(hanna.consents(leaving.refresh(), HARBOR));
    assertStatus(landing).isEqualTo(303);
    assertThat(landing.header("Location")).contains(Person.SETTINGS);

    form = new HashMap<>(hanna.browser().open("/quickbooks/connect").fields(DISCONNECT));
    form.put("return", path);
    assertThat(hanna.browser().post("/quickbooks/disconnect", form).header("Location"))
        .contains("/quickbooks/connect");
  }

  @Test
  void noRequestHeaderBendsTheWayToIntuitOrBack() {
    Person hanna = Person.loggedIn("hanna");
    hanna
        .browser()
        .sending(
            Map.of(
                "X-Forwarded-Host", "evil.example",
                "X-Forwarded-Proto", "https",
                "Forwarded", "host=evil.example",
                "Referer", "https://evil.example/"));

    Page connect = hanna.browser().open("/quickbooks/connect");
    Page leaving = hanna.browser().pressOnly(connect, CONNECT, Map.of());

    assertThat(leaving.body()).doesNotContain("evil.example");
    assertThat(Browser.decoded(leaving.refresh().getRawQuery()))
        .contains("redirect_uri=" + Place.SITE + "/quickbooks/callback");
  }
}
