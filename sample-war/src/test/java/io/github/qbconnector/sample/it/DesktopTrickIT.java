package io.github.qbconnector.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forms that were not shown, and doors of others. */
class DesktopTrickIT extends DesktopJourney {

  private static final String COMPANY = "Juniper & Slate";

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
}
