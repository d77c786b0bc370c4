package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.TestClient.ACCOUNTING;
import static io.github.qbconnector.simulator.TestClient.BAKERY;
import static io.github.qbconnector.simulator.TestClient.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SimulatorExtension.class)
class ConsentPageTest {

  private final QuickBooksSimulator simulator;
  private TestClient client;

  ConsentPageTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.client = new TestClient(simulator);
  }

  @BeforeEach
  void newClient() {
    client = new TestClient(simulator);
  }

  private Answer page(Map<String, String> parameters) {
    return client.get("/connect/oauth2?" + TestClient.form(parameters));
  }

  private Answer press(Map<String, String> fields) {
    return client.post(
        "/connect/oauth2",
        TestClient.form(fields),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  @Test
  void thePageNamesTheApplicationTheScopesAndTheCompanies() {
    String page = page(client.authorization("openid " + ACCOUNTING)).body();

    assertThat(page)
        .contains("<title>QuickBooks simulator</title>", "Simulated application")
        .contains("<code>openid</code>", "<code>" + ACCOUNTING + "</code>")
        .contains("Harbor Street Bakery", "Northwind Plumbing LLC", "Juniper &amp; Slate")
        .contains("name=\"realmId\"", "name=\"decision\" value=\"connect\"")
        .contains("name=\"decision\" value=\"cancel\"")
        .doesNotContain("<script", "src=", "href=\"http");
  }

  @Test
  void thePageCannotBeFramed() {
    Answer answer = page(client.authorization(ACCOUNTING));

    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
  }

  @Test
  void theCallbackCarriesCodeStateAndRealm() {
    URI callback =
        simulator
            .intuit()
            .consent(client.authorizationUrl(client.authorization(ACCOUNTING)), BAKERY);

    assertThat(TestClient.parameters(callback)).containsOnlyKeys("code", "state", "realmId");
    assertThat(TestClient.parameters(callback).getOrDefault("code", "")).startsWith("AB11");
  }

  @Test
  void cancelSendsTheBrowserBackWithAccessDenied() {
    URI callback =
        simulator.intuit().deny(client.authorizationUrl(client.authorization(ACCOUNTING)));

    assertThat(callback.toString()).startsWith(REDIRECT + "?");
    assertThat(TestClient.parameters(callback))
        .containsEntry("error", "access_denied")
        .containsEntry("state", "st/at e")
        .containsKey("error_description")
        .doesNotContainKey("code");
  }

  @Test
  void openIdScopesAloneGiveNoRealm() {
    URI callback =
        simulator
            .intuit()
            .consent(client.authorizationUrl(client.authorization("openid email")), BAKERY);

    assertThat(TestClient.parameters(callback)).containsOnlyKeys("code", "state");
  }

  @ParameterizedTest
  @CsvSource({
    "client_id,stranger",
    "redirect_uri,https://evil.example/callback",
    "redirect_uri,http://localhost:8080/callback?x=1",
    "redirect_uri,http://localhost:8080/callback#x",
    "redirect_uri,not a url",
    "redirect_uri,http://localhost.evil.example/",
    "response_type,token",
    "scope,everything",
    "code_challenge,abc"
  })
  void aBrokenRequestShowsAPageAndDoesNotRedirect(String parameter, String value) {
    Map<String, String> parameters = new HashMap<>(client.authorization(ACCOUNTING));
    parameters.put(parameter, value);

    Answer answer = page(parameters);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Location")).isEmpty();
    assertThat(answer.body()).contains("id=\"error\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_id", "redirect_uri", "response_type", "scope", "state"})
  void aMissingParameterShowsAPageAndDoesNotRedirect(String parameter) {
    Map<String, String> parameters = new HashMap<>(client.authorization(ACCOUNTING));
    parameters.remove(parameter);

    assertThat(page(parameters).status()).isEqualTo(400);
  }

  @Test
  void theFormIsCheckedAgainWhenItComesBack() {
    Map<String, String> form = new HashMap<>(client.authorization(ACCOUNTING));
    form.put("redirect_uri", "https://evil.example/");
    form.put("realmId", BAKERY);
    form.put("decision", "connect");

    assertThat(press(form).status()).isEqualTo(400);
  }

  @Test
  void connectingWithoutACompanyAsksAgain() {
    Map<String, String> form = new HashMap<>(client.authorization(ACCOUNTING));
    form.put("decision", "connect");

    Answer answer = press(form);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("role=\"alert\"", "Choose a company first.");
  }

  @Test
  void textOfTheRequestIsEscaped() {
    Map<String, String> parameters = new HashMap<>(client.authorization(ACCOUNTING));
    parameters.put("state", "\"><b>'&");

    assertThat(page(parameters).body()).contains("&quot;&gt;&lt;b&gt;&#39;&amp;");
    assertThat(
            TestClient.parameters(
                simulator.intuit().consent(client.authorizationUrl(parameters), BAKERY)))
        .containsEntry("state", "\"><b>'&");
  }
}
