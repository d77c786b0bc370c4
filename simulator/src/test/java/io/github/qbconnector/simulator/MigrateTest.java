package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.LegacyClient.body;
import static io.github.qbconnector.simulator.TestClient.ACCOUNTING;
import static io.github.qbconnector.simulator.TestClient.BAKERY;
import static io.github.qbconnector.simulator.TestClient.PLUMBING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.LoggedRequest;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a well signed request for migration brings. */
@ExtendWith(SimulatorExtension.class)
class MigrateTest {

  private final QuickBooksSimulator simulator;
  private final TestClient client;
  private final LegacyClient legacy;

  MigrateTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.client = new TestClient(simulator);
    this.legacy = new LegacyClient(simulator);
  }

  @Test
  void anOldTokenBecomesTokensOfItsCompany() {
    Answer answer = legacy.migrate();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("realmId")).isEqualTo(BAKERY);
    assertThat(answer.json().getInt("x_refresh_token_expires_in")).isEqualTo(8_726_400);
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(client.company(BAKERY, answer.text("access_token")).status()).isEqualTo(200);
    assertThat(client.refresh(answer.text("refresh_token")).status()).isEqualTo(200);
    LoggedRequest logged = simulator.requests().list().get(0);
    assertThat(logged.endpoint()).isEqualTo(EndpointKind.MIGRATE);
    assertThat(logged.realmId()).contains(BAKERY);
    assertThat(logged.issued()).isPresent();
  }

  @Test
  void anOldTokenStaysAsGoodAsItWas() {
    String first = legacy.migrate().text("refresh_token");
    String second = legacy.migrate().text("refresh_token");

    assertThat(second).isNotEqualTo(first);
    assertThat(client.refresh(first).status()).isEqualTo(200);
    assertThat(simulator.intuit().grants().list()).hasSize(2);
  }

  @Test
  void theScopesDecideAboutAnIdToken() {
    assertThat(legacy.migrate().json()).doesNotContainKey("id_token");
    assertThat(legacy.migrateWith(body(ACCOUNTING + " openid")).json()).containsKey("id_token");
  }

  @Test
  void moreTokensOfMoreConsumersCanBeAddedAndRemoved() {
    simulator.intuit().legacyTokens().add("other ck", "c+s", "t&k", "t/s", PLUMBING);
    LegacyClient other = legacy.as("other ck", "c+s", "t&k", "t/s");

    assertThat(other.migrate().text("realmId")).isEqualTo(PLUMBING);

    assertThat(simulator.intuit().legacyTokens().remove("t&k")).isTrue();
    assertThat(other.migrate().body()).isEqualTo("oauth_problem=token_rejected");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"client_id\":\"sim-client\" | \"client_id\":\"other\" | 401 | invalid_client",
        "sim-secret | wrong | 401 | invalid_client",
        "\"client_id\" | \"clientId\" | 400 | invalid_request",
        "\"sim-secret\" | 1 | 400 | invalid_request",
        "{ | {\"more\":\"\", | 400 | invalid_request",
        "http://localhost:8080 | https://elsewhere.example | 400 | invalid_request",
        "com.intuit.quickbooks.accounting | accounting | 400 | invalid_scope",
        "com.intuit.quickbooks.accounting | '' | 400 | invalid_scope",
        "} | '' | 400 | invalid_request"
      })
  void theBodyMustBeExactlyRight(String right, String wrong, int status, String error) {
    Answer answer = legacy.migrateWith(body(ACCOUNTING).replace(right, wrong));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(simulator.intuit().grants().list()).isEmpty();
  }

  @Test
  void aFormAndAGetAreRefused() {
    Answer form =
        client.post(
            LegacyClient.PATH,
            body(ACCOUNTING),
            "Authorization",
            legacy.signed(),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(form.status()).isEqualTo(400);
    assertThat(client.get(LegacyClient.PATH, "Authorization", legacy.signed()).status())
        .isEqualTo(405);
  }

  @Test
  void tokensAreAddedListedAndRemovedByCommand() {
    Answer listed =
        command(
            "POST",
            "/legacy-tokens",
            "{\"accessToken\":\"a-2\",\"accessTokenSecret\":\"s-2\",\"realmId\":\""
                + PLUMBING
                + "\"}");
    assertThat(listed.body())
        .contains(PLUMBING, BAKERY, "sim-oauth1-consumer")
        .doesNotContain("a-2", "s-2", "sim-oauth1-token", "sim-oauth1-consumer-secret");
    assertThat(
            legacy
                .as("sim-oauth1-consumer", "sim-oauth1-consumer-secret", "a-2", "s-2")
                .migrate()
                .text("realmId"))
        .isEqualTo(PLUMBING);
    assertThat(command("DELETE", "/legacy-tokens/a-2", "").status()).isEqualTo(204);
    assertThat(command("DELETE", "/legacy-tokens/a-2", "").status()).isEqualTo(404);
    assertThat(command("POST", "/legacy-tokens", "{}").status()).isEqualTo(400);
    assertThat(command("PUT", "/legacy-tokens", "").status()).isEqualTo(405);
    simulator.intuit().legacyTokens().remove("sim-oauth1-token");
    command("POST", "/reset", "");
    assertThat(command("GET", "/legacy-tokens", "").body()).contains(BAKERY);
  }

  private Answer command(String method, String path, String body) {
    return TestClient.send(
        TestClient.request(simulator.baseUrl() + "/control" + path)
            .method(method, BodyPublishers.ofString(body)));
  }
}
