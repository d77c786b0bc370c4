package io.github.qbconnector.compatibility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Patience;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Operations look first at what the gate would do, and let it do so when they like the answer. What
 * they got wrong is told to them.
 */
@GridRow(value = "report mode for a first roll-out", section = GridRow.Section.CONFIGURATION)
class FirstRollOutIT extends OperatedPromises {
  private static final String MODE = "quickbooks.gate.mode";

  @AfterEach
  void clientAsBefore() {
    register("north-client", SECRET);
  }

  @AfterEach
  void gateAsBefore() {
    server().forget(MODE);
  }

  @Test
  void everyRequestPassesAndTheLogCountsThoseThatWouldNotUntilTheGateIsClosed() {
    Browser rosa = at("north", "rosa");
    assertThat(rosa.open(PAGE).statusCode()).isEqualTo(303);

    server().change(MODE, "report");

    assertThat(Patience.until(status -> status == 200, () -> rosa.open(PAGE).statusCode()))
        .isEqualTo(200);
    assertThat(rosa.open(PAGE).body()).isEqualTo("reached");
    assertThat(server().log())
        .containsPattern(
            "QBC0401: the gate of connector default is in report mode and would have answered"
                + " NOT_CONNECTED; number 1 since")
        .containsPattern("QBC0401: .* would have answered NOT_CONNECTED; number 2 since");

    server().change(MODE, "enforce");

    assertThat(Patience.until(status -> status == 303, () -> rosa.open(PAGE).statusCode()))
        .isEqualTo(303);
  }

  @Test
  void aWrongClientSecretIsToldToWhoCanMendItAndNotBlamedOnTheUser() {
    register("north-client", "not-what-the-server-has");
    ConnectJourney journey = new ConnectJourney(at("north", "wilma"));
    URI consent = journey.leaving("/quickbooks/connect");

    HttpResponse<String> page = journey.comesBack(consent, BAKERY);

    assertThat(page.statusCode()).as(page.body()).isEqualTo(503);
    assertThat(page.body())
        .contains("<main id=\"misconfigured\"", "The operators have been told.")
        .doesNotContain("invalid_client");
    assertThat(server().log())
        .containsPattern(
            "QBC0201: .* invalid_client.* Check client-id, client-secret and environment of the"
                + " connector\\.");
  }
}
