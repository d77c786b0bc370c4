package io.github.qbconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonObject;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class FirstConnectionTest {

  @Test
  void discoveryLeadsBackToTheAddressThatWasAsked(QuickBooksSimulator simulator) {
    TestClient client = new TestClient(simulator);

    JsonObject document = client.get("/.well-known/openid_sandbox_configuration").json();

    assertThat(document.getString("token_endpoint"))
        .isEqualTo(simulator.intuit().url() + "/oauth2/v1/tokens/bearer");
    assertThat(document.getString("issuer")).isEqualTo("https://oauth.platform.intuit.com/op/v1");
  }

  @Test
  void aPersonConnectsACompanyAndTheApplicationReadsItsName(QuickBooksSimulator simulator) {
    TestClient client = new TestClient(simulator);

    URI callback =
        simulator
            .intuit()
            .consent(
                client.authorizationUrl(
                    client.authorization("openid email " + TestClient.ACCOUNTING)),
                TestClient.BAKERY);

    assertThat(callback.toString()).startsWith(TestClient.REDIRECT + "?");
    assertThat(TestClient.parameters(callback))
        .containsEntry("realmId", TestClient.BAKERY)
        .containsEntry("state", "st/at e");
    JsonObject tokens =
        client.exchange(TestClient.parameters(callback).getOrDefault("code", "")).json();
    String access = tokens.getString("access_token");
    assertThat(
            client
                .company(TestClient.BAKERY, access)
                .json()
                .getJsonObject("CompanyInfo")
                .getString("CompanyName"))
        .isEqualTo("Harbor Street Bakery");
    assertThat(
            client
                .get("/v1/openid_connect/userinfo", TestClient.bearer(access))
                .json()
                .getString("email"))
        .contains("@");
    assertThat(client.get("/op/v1/jwks").json().getJsonArray("keys")).hasSize(1);
  }
}
