package io.github.qbconnector.compatibility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.GridRow;
import org.junit.jupiter.api.Test;

/** Operations take the connector out of play, and the application is as it was before. */
@GridRow(value = "switched off by the server", section = GridRow.Section.CONFIGURATION)
class SwitchedOffByTheServerIT extends OperatedPromises {

  @Test
  void nothingIsGatedNothingIsServedAndCallsAreRefused() {
    Browser nobody = server().nobodyAt("off");

    assertThat(nobody.open(PAGE).body()).isEqualTo("reached");
    assertThat(nobody.open("/quickbooks/connect").statusCode()).isEqualTo(404);
    assertThat(nobody.open("/gated/attempt").body()).isEqualTo("NotConnectedException QBC0106");
  }

  @Test
  void theLogSaysThatItIsOff() {
    assertThat(server().log()).contains("QBC0000: QuickBooks Connector is switched off");
  }
}
