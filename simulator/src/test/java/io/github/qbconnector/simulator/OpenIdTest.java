package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.TestClient.ACCOUNTING;
import static io.github.qbconnector.simulator.TestClient.BAKERY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.junit.SimulatorExtension;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SimulatorExtension.class)
class OpenIdTest {

  private final QuickBooksSimulator simulator;
  private final TestClient client;

  OpenIdTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.client = new TestClient(simulator);
  }

  private static JsonObject decode(String part) {
    String json = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    return Json.createReader(new StringReader(json)).readObject();
  }

  private String idToken(Map<String, String> authorization) {
    String code =
        TestClient.parameters(
                simulator.intuit().consent(client.authorizationUrl(authorization), BAKERY))
            .getOrDefault("code", "");
    return client.exchange(code).text("id_token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openid_sandbox_configuration",
        "openid_configuration",
        "openid-sandbox-configuration",
        "openid-configuration"
      })
  void discoveryAnswersToAllSpellings(String name) {
    assertThat(client.get("/.well-known/" + name).status()).isEqualTo(200);
    JsonObject document = client.get("/.well-known/" + name + "/").json();

    assertThat(document.getString("authorization_endpoint"))
        .isEqualTo(simulator.intuit().url() + "/connect/oauth2");
    assertThat(document.getString("userinfo_endpoint")).endsWith("/v1/openid_connect/userinfo");
    assertThat(document.getString("revocation_endpoint")).endsWith("/v2/oauth2/tokens/revoke");
    assertThat(document.getString("jwks_uri")).endsWith("/op/v1/jwks");
  }

  @Test
  void discoveryNamesTheHostThatTheCallerUsed() {
    String url = simulator.intuit().url().toString().replace("127.0.0.1", "localhost");

    JsonObject document =
        TestClient.send(TestClient.request(url + "/.well-known/openid_sandbox_configuration").GET())
            .json();

    assertThat(document.getString("token_endpoint")).startsWith(url);
  }

  @Test
  void theIdTokenIsSignedWithThePublishedKey() throws GeneralSecurityException {
    String[] parts = idToken(client.authorization("openid " + ACCOUNTING)).split("\\.");
    JsonObject key = client.get("/op/v1/jwks").json().getJsonArray("keys").getJsonObject(0);

    assertThat(decode(parts[0]).getString("kid")).isEqualTo(key.getString("kid"));
    assertThat(decode(parts[0]).keySet()).containsExactlyInAnyOrder("kid", "alg");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(
                new RSAPublicKeySpec(number(key.getString("n")), number(key.getString("e")))));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
  }

  private static BigInteger number(String base64) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
  }

  @Test
  void theIdTokenHasIntuitsClaims() {
    Map<String, String> authorization = new HashMap<>(client.authorization("openid " + ACCOUNTING));
    authorization.put("nonce", "n-1");

    JsonObject claims = decode(idToken(authorization).split("\\.")[1]);

    assertThat(claims.keySet())
        .containsExactlyInAnyOrder("sub", "aud", "realmid", "auth_time", "iss", "exp", "iat");
    assertThat(claims.getJsonArray("aud").getString(0)).isEqualTo("sim-client");
    assertThat(claims.getString("realmid")).isEqualTo(BAKERY);
    assertThat(claims.getString("iss")).isEqualTo("https://oauth.platform.intuit.com/op/v1");
    assertThat(claims.getInt("exp") - claims.getInt("iat")).isEqualTo(3600);
  }

  @Test
  void theNonceAndTheIssuerCanBeChanged() {
    simulator.intuit().tokens().nonceInIdToken(true).issuer("http://issuer.example");
    Map<String, String> authorization = new HashMap<>(client.authorization("openid " + ACCOUNTING));
    authorization.put("nonce", "n-1");

    JsonObject claims = decode(idToken(authorization).split("\\.")[1]);

    assertThat(claims.getString("nonce")).isEqualTo("n-1");
    assertThat(claims.getString("iss")).isEqualTo("http://issuer.example");
    assertThat(client.get("/.well-known/openid_configuration").text("issuer"))
        .isEqualTo("http://issuer.example");
  }

  @Test
  void withoutOpenidThereIsNoIdToken() {
    assertThat(client.connect(BAKERY)).doesNotContainKey("id_token");
  }

  private TestClient.Answer userInfo(String accessToken) {
    return client.get("/v1/openid_connect/userinfo", TestClient.bearer(accessToken));
  }

  @Test
  void userInfoTellsWhatTheScopesAllow() {
    String all =
        client
            .exchange(client.code("openid profile email phone address", BAKERY))
            .text("access_token");
    String little = client.exchange(client.code("openid", BAKERY)).text("access_token");

    assertThat(userInfo(all).json().keySet())
        .containsExactlyInAnyOrder(
            "sub",
            "email",
            "emailVerified",
            "givenName",
            "familyName",
            "phoneNumber",
            "phoneNumberVerified",
            "address");
    assertThat(userInfo(little).json().keySet()).containsExactly("sub");
  }

  @Test
  void userInfoNeedsAGoodTokenWithOpenid() {
    assertThat(userInfo("nonsense").status()).isEqualTo(401);
    assertThat(userInfo(client.connect(BAKERY).getString("access_token")).status()).isEqualTo(403);
  }
}
