package io.github.qbconnector.compatibility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Patience;
import io.github.qbconnector.compatibility.support.TestServer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Intuit's client secret is changed while the application runs: in the files of the server, and in
 * a directory that is mounted for one application.
 */
@GridRow(
    value = "a client secret rotated without redeployment",
    section = GridRow.Section.CONFIGURATION)
class RotatedSecretIT extends OperatedPromises {
  private static final String KEY = "quickbooks.online.client-secret";
  private static final String BAKER = "company=Harbor Street Bakery";

  @AfterEach
  void secretsAsBefore() {
    server().change(KEY, SECRET);
    server().changeMounted(KEY, "mounted-secret");
  }

  @Test
  void aConnectionGoesOnWithTheSecretThatTheServerHasFromNowOn() {
    goesOn("north", SECRET, secret -> server().change(KEY, secret));
  }

  @Test
  void aConnectionGoesOnWithTheSecretInTheMountedDirectory() {
    goesOn("mounted", "mounted-secret", secret -> server().changeMounted(KEY, secret));
  }

  private void goesOn(String context, String secret, Consumer<String> operations) {
    String clientId = context + "-client";
    register(clientId, secret);
    Browser vera = at(context, "vera");
    assertThat(new ConnectJourney(vera).from(COMPANY, BAKERY).body()).isEqualTo(BAKER);

    register(clientId, "a-newer-secret");
    TestServer.simulator().intuit().grants().expireAccessTokens(BAKERY);
    operations.accept("a-newer-secret");

    // Until the file is read again the old secret is refused, which ends no connection.
    assertThat(Patience.until(BAKER::equals, () -> vera.open(COMPANY).body())).isEqualTo(BAKER);
  }
}
