package io.github.qbconnector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectLinkTest {

  @Test
  void whatMakesALinkASecretIsNotPrinted() {
    ConnectLink link =
        new ConnectLink(
            "https://shop.example/app/quickbooks/connect?invitation=MARKER",
            Optional.empty(),
            true);
    assertThat(link.toString())
        .contains("https://shop.example/app/quickbooks/connect")
        .doesNotContain("MARKER", "?");
    assertThat(Optional.of(link).toString()).doesNotContain("MARKER");
  }

  @Test
  void aLinkWithoutAQueryIsPrintedWhole() {
    assertThat(new ConnectLink("/app/quickbooks/connect", Optional.empty(), false))
        .hasToString("ConnectLink[/app/quickbooks/connect]");
  }
}
