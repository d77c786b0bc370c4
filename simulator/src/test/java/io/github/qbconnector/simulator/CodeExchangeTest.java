package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.TestClient.ACCOUNTING;
import static io.github.qbconnector.simulator.TestClient.BAKERY;
import static io.github.qbconnector.simulator.TestClient.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.TestClient.Answer;
import io.github.qbconnector.simulator.core.Fingerprint;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class CodeExchangeTest {

  private final QuickBooksSimulator simulator;
  private final TestClient client;

  CodeExchangeTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.client = new TestClient(simulator);
  }

  private static void assertRefused(Answer answer, int status, String error) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(answer.header("intuit_tid")).isNotEmpty();
  }

  @Test
  void theAnswerLooksLikeIntuits() {
    Answer answer = client.exchange(client.code(ACCOUNTING, BAKERY));

    JsonObject tokens = answer.json();
    assertThat(tokens.keySet())
        .containsExactlyInAnyOrder(
            "x_refresh_token_expires_in",
            "refresh_token",
            "access_token",
            "token_type",
            "expires_in");
    assertThat(tokens.getInt("expires_in")).isEqualTo(3600);
    assertThat(tokens.getInt("x_refresh_token_expires_in")).isEqualTo(8_726_400);
    assertThat(tokens.getString("token_type")).isEqualTo("bearer");
    assertThat(tokens.getString("refresh_token")).startsWith("RT1-");
    assertThat(tokens.getString("access_token")).startsWith("eyJ").hasSizeBetween(900, 1100);
    assertThat(tokens.getString("access_token").split("\\.")).hasSize(5);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache, no-store");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
  }

  @Test
  void everyAnswerHasATraceIdOfItsOwn() {
    String first = client.get("/op/v1/jwks").header("intuit_tid");
    String second = client.get("/nowhere").header("intuit_tid");

    assertThat(first).matches("1-[0-9a-f]{8}-[0-9a-f]{24}").isNotEqualTo(second);
    assertThat(second).matches("1-[0-9a-f]{8}-[0-9a-f]{24}");
  }

  @Test
  void aWrongSecretIsInvalidClient() {
    String code = client.code(ACCOUNTING, BAKERY);
    client.secret = "wrong";

    assertRefused(client.exchange(code), 401, "invalid_client");
  }

  @Test
  void theSecretMayComeInTheForm() {
    Answer answer =
        client.post(
            "/oauth2/v1/tokens/bearer",
            TestClient.form(
                Map.of(
                    "grant_type", "authorization_code",
                    "code", client.code(ACCOUNTING, BAKERY),
                    "redirect_uri", REDIRECT,
                    "client_id", "sim-client",
                    "client_secret", "sim-secret")));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void missingParametersAreInvalidRequests() {
    assertRefused(client.token(Map.of()), 400, "invalid_request");
    assertRefused(client.token(Map.of("grant_type", "authorization_code")), 400, "invalid_request");
    assertRefused(client.token(Map.of("grant_type", "refresh_token")), 400, "invalid_request");
  }

  @Test
  void unknownGrantTypesAreUnsupported() {
    assertRefused(client.token(Map.of("grant_type", "password")), 400, "unsupported_grant_type");
  }

  @Test
  void anotherRedirectUriIsRefused() {
    assertRefused(
        client.token(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                client.code(ACCOUNTING, BAKERY),
                "redirect_uri",
                REDIRECT + "/")),
        400,
        "invalid_grant");
  }

  @Test
  void aCodeLivesTenMinutes() {
    String early = client.code(ACCOUNTING, BAKERY);
    simulator.clock().advance(Duration.ofMinutes(9));
    assertThat(client.exchange(early).status()).isEqualTo(200);

    String late = client.code(ACCOUNTING, BAKERY);
    simulator.clock().advance(Duration.ofMinutes(11));
    assertRefused(client.exchange(late), 400, "invalid_grant");
  }

  @Test
  void aReusedCodeRevokesTheGrant() {
    String code = client.code(ACCOUNTING, BAKERY);
    JsonObject tokens = client.exchange(code).json();

    assertRefused(client.exchange(code), 400, "invalid_grant");

    assertRefused(client.refresh(tokens.getString("refresh_token")), 400, "invalid_grant");
    assertThat(client.company(BAKERY, tokens.getString("access_token")).status()).isEqualTo(401);
  }

  @Test
  void aCodeOfAnotherClientIsRefusedAndStaysGood() {
    simulator.intuit().clients().add("other", "other-secret", "Another application");
    String code = client.code(ACCOUNTING, BAKERY);
    TestClient other = new TestClient(simulator);
    other.id = "other";
    other.secret = "other-secret";

    assertRefused(other.exchange(code), 400, "invalid_grant");
    assertThat(client.exchange(code).status()).isEqualTo(200);
  }

  private Map<String, String> exchangeOf(String challenge) {
    Map<String, String> parameters = new HashMap<>(client.authorization(ACCOUNTING));
    if (!challenge.isEmpty()) {
      parameters.put("code_challenge", challenge);
      parameters.put("code_challenge_method", "S256");
    }
    String code =
        TestClient.parameters(
                simulator.intuit().consent(client.authorizationUrl(parameters), BAKERY))
            .getOrDefault("code", "");
    return new HashMap<>(
        Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT));
  }

  @Test
  void aChallengeNeedsItsVerifier() {
    String verifier = "a-verifier-of-some-forty-three-characters-1234";
    String challenge =
        Base64.getUrlEncoder().withoutPadding().encodeToString(Fingerprint.digest(verifier));

    assertRefused(client.token(exchangeOf(challenge)), 400, "invalid_grant");

    Map<String, String> wrong = exchangeOf(challenge);
    wrong.put("code_verifier", verifier + "x");
    assertRefused(client.token(wrong), 400, "invalid_grant");

    Map<String, String> right = exchangeOf(challenge);
    right.put("code_verifier", verifier);
    assertThat(client.token(right).status()).isEqualTo(200);
  }

  @Test
  void aVerifierWithoutAChallengeIsIgnored() {
    Map<String, String> fields = exchangeOf("");
    fields.put("code_verifier", "whatever");

    assertThat(client.token(fields).status()).isEqualTo(200);
  }

  @Test
  void theHardExpiryComesWhenAskedFor() {
    Answer answer = client.token(exchangeOf(""), "x-include-refresh-token-hard-expires-in", "true");

    assertThat(answer.json().getInt("x_refresh_token_hard_expires_in")).isEqualTo(157_680_000);
  }

  @Test
  void aGetIsNotAllowed() {
    assertThat(client.get("/oauth2/v1/tokens/bearer").status()).isEqualTo(405);
  }
}
