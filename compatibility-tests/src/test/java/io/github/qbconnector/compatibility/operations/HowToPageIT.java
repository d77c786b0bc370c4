package io.github.qbconnector.compatibility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridRow;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** An application of 2009, with the lines of the server's page on how to add QuickBooks to it. */
@GridRow(
    value = "a WAR of 2009, by the server's how-to page",
    section = GridRow.Section.CONFIGURATION)
class HowToPageIT extends OperatedPromises {
  private static final String INVOICES = "/accounting/invoices";
  private static final String SEEN = "Open invoices of %s: [2009-0017, 2009-0042]";

  @Test
  void whoeverIsLoggedInConnectsAndComesBackToThePageOf2009() {
    HttpResponse<String> page = new ConnectJourney(shopOf("alice")).from(INVOICES, BAKERY);

    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body()).contains(SEEN.formatted("alice"));
  }

  @Test
  void aRestartOfTheServerAsksNobodyToConnectAgain() {
    assertThat(new ConnectJourney(shopOf("kim")).from(INVOICES, BAKERY).statusCode())
        .isEqualTo(200);

    server().restart();

    assertThat(shopOf("kim").open(INVOICES).body()).contains(SEEN.formatted("kim"));
  }

  @Test
  void whatNeedsNoQuickBooksIsAsItWas() {
    assertThat(server().nobodyAt("shop").open("/index.jsp").body()).contains("Invoices");
    assertThat(server().nobodyAt("shop").open(INVOICES).statusCode()).isEqualTo(401);
  }

  @Test
  void theLogSaysWhatIsActiveAndNoSecret() {
    assertThat(server().log())
        .containsPattern(
            "QBC0000: QuickBooks Connector: default is ONLINE \\w+, gate ENFORCE on"
                + " \\[/accounting/\\*]; owner PRINCIPAL; store jdbc jdbc/quickbooks;"
                + " endpoints on; Fault Tolerance on")
        .doesNotContain("no scheduled executor")
        .doesNotContain(SECRET)
        .doesNotContain(OperatedDatabase.PASSWORD);
  }

  private Browser shopOf(String user) {
    return server().nobodyAt("shop").knownToTheContainer(user);
  }
}
