package io.github.qbconnector.impl.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qbconnector.Product;
import io.github.qbconnector.Secret;
import io.github.qbconnector.error.MisconfiguredException;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.error.RequestRejectedException;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.online.AuthorizationRequest;
import io.github.qbconnector.online.IdToken;
import io.github.qbconnector.online.IntuitTokens;
import io.github.qbconnector.online.Pkce;
import io.github.qbconnector.online.UserInfo;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The verbs of the seed document, one by one. */
@ExtendWith(SimulatorExtension.class)
class IntuitOAuthTest {
  private final QuickBooksSimulator simulator;
  private final Bench bench;

  IntuitOAuthTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench =
        new Bench(simulator, Map.of("quickbooks.online.scopes", "accounting,openid,profile,email"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static Map<String, String> query(URI uri) {
    return Arrays.stream(uri.getRawQuery().split("&"))
        .map(p -> p.split("=", 2))
        .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
  }

  private Secret code(AuthorizationRequest request) {
    URI callback = simulator.intuit().consent(bench.oauth.authorizationUrl(request), Bench.REALM);
    return Secret.of(query(callback).getOrDefault("code", ""));
  }

  private IntuitTokens connect() {
    return bench.oauth.exchange(code(AuthorizationRequest.withState("s")));
  }

  @Test
  void theAuthorizationUrlCarriesScopesStateNonceAndProofKey() {
    Pkce pkce = Pkce.create();
    URI url =
        bench.oauth.authorizationUrl(
            AuthorizationRequest.withState("a state").withNonce("n").withPkce(pkce));
    assertThat(query(url))
        .containsEntry("client_id", "sim-client")
        .containsEntry("response_type", "code")
        .containsEntry("scope", "com.intuit.quickbooks.accounting openid profile email")
        .containsEntry("redirect_uri", "http://localhost:9080/app/quickbooks/callback")
        .containsEntry("state", "a state")
        .containsEntry("nonce", "n")
        .containsEntry("code_challenge", pkce.challenge())
        .containsEntry("code_challenge_method", "S256");
    assertThat(
            query(
                bench.oauth.authorizationUrl(
                    AuthorizationRequest.withState("s").withScopes(List.of("payment")))))
        .containsEntry("scope", "com.intuit.quickbooks.payment");
  }

  @Test
  void anEmptyStateIsRefused() {
    assertThatThrownBy(() -> bench.oauth.authorizationUrl(AuthorizationRequest.withState("")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCodeIsExchangedForTokensWithBothExpiries() {
    IntuitTokens tokens = connect();
    assertThat(tokens.accessTokenExpiresAt())
        .isBetween(
            simulator.clock().instant().plusSeconds(3_500),
            simulator.clock().instant().plusSeconds(3_600));
    assertThat(tokens.refreshTokenExpiresAt())
        .isAfter(simulator.clock().instant().plus(Duration.ofDays(100)));
    assertThat(tokens.endsAt()).isPresent();
    assertThat(tokens.idToken()).isPresent();
    assertThat(tokens.requestId()).isPresent();
    assertThat(tokens.toString()).doesNotContain("RT1-", "eyJ");
  }

  @Test
  void aCodeAskedForWithAProofKeyNeedsIt() {
    Pkce pkce = Pkce.create();
    Secret code = code(AuthorizationRequest.withState("s").withPkce(pkce));
    assertThatThrownBy(() -> bench.oauth.exchange(code, Pkce.create()))
        .isInstanceOf(ReconnectRequiredException.class);
    Secret another = code(AuthorizationRequest.withState("s").withPkce(pkce));
    assertThat(bench.oauth.exchange(another, pkce).accessToken()).isNotNull();
  }

  @Test
  void givenTokensAreRefreshedAndRevoked() {
    IntuitTokens first = connect();
    IntuitTokens second = bench.oauth.refresh(first.refreshToken());
    assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
    bench.oauth.revoke(second.accessToken());
    assertThatThrownBy(() -> bench.oauth.refresh(second.refreshToken()))
        .isInstanceOf(ReconnectRequiredException.class);
  }

  @Test
  void revokingADeadTokenIsSuccess() {
    IntuitTokens tokens = connect();
    bench.oauth.revoke(tokens.refreshToken());
    bench.oauth.revoke(tokens.refreshToken());
  }

  @Test
  void storedTokensAreRefreshedAndRevoked() {
    bench.connect("hanna", Bench.REALM);
    long before = bench.stored("hanna").generation();
    bench.oauth.refresh(bench.connector.connection("hanna"));
    assertThat(bench.stored("hanna").generation()).isEqualTo(before + 1);
    bench.oauth.revoke(bench.connector.connection("hanna"));
    assertThat(simulator.intuit().grants().connected(Bench.REALM)).isFalse();
  }

  @Test
  void userInfoSaysWhoConsented() {
    UserInfo info = bench.oauth.userInfo(connect().accessToken());
    assertThat(info.subject()).isNotEmpty();
    assertThat(info.email()).isPresent();
    assertThat(info.givenName()).isPresent();
    assertThat(info.phoneNumber()).isEmpty();
  }

  @Test
  void everyErrorHasStatusContentTidAndTime() {
    ReconnectRequiredException failure =
        catchThrowableOfType(
            ReconnectRequiredException.class,
            () -> bench.oauth.refresh(Secret.of("RT1-not-a-token")));
    assertThat(failure.httpStatus()).contains(400);
    assertThat(failure.content()).hasValueSatisfying(c -> assertThat(c).contains("invalid_grant"));
    assertThat(failure.providerCode()).contains("invalid_grant");
    assertThat(failure.requestId()).isPresent();
    assertThat(failure.occurredAt()).isNotNull();
    assertThat(failure.product()).contains(Product.ONLINE);
    assertThat(failure.code()).isEqualTo("QBC0201");
    assertThat(failure.userMessage()).isPresent();
    assertThat(failure).hasMessageNotContaining("RT1-not-a-token");
  }

  @Test
  void aRefusedClientIsOperationsMatter() {
    bench.keys.set("quickbooks.online.client-secret", "wrong");
    simulator.clock().advance(Duration.ofSeconds(2));
    assertThatThrownBy(() -> bench.oauth.refresh(Secret.of("RT1-x")))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("client-secret");
  }

  @Test
  void anotherClientsTokenIsOperationsMatterToo() {
    simulator.intuit().clients().add("other", "s", "Other");
    String foreign =
        simulator
            .intuit()
            .grants()
            .issue("other", Bench.REALM, "com.intuit.quickbooks.accounting")
            .refreshToken();
    assertThatThrownBy(() -> bench.oauth.refresh(Secret.of(foreign)))
        .isInstanceOf(MisconfiguredException.class);
  }

  @Test
  void anIdTokenIsValidatedByKeysThatAreReadOnce() {
    IntuitTokens tokens = connect();
    Secret idToken = tokens.idToken().orElseThrow();
    IdToken claims = bench.oauth.validateIdToken(idToken);
    assertThat(claims.subject()).isNotEmpty();
    bench.oauth.validateIdToken(idToken, "any nonce, since Intuit's tokens hold none");
    assertThat(simulator.requests().count(EndpointKind.JWKS)).isEqualTo(1);
  }

  @Test
  void aNonceThatIsPresentMustMatch() {
    simulator.intuit().tokens().nonceInIdToken(true);
    Secret idToken =
        bench
            .oauth
            .exchange(code(AuthorizationRequest.withState("s").withNonce("right")))
            .idToken()
            .orElseThrow();
    assertThat(bench.oauth.validateIdToken(idToken, "right").subject()).isNotEmpty();
    assertRefused(() -> bench.oauth.validateIdToken(idToken, "wrong"), "nonce");
    assertRefused(() -> bench.oauth.validateIdToken(idToken), "nonce");
  }

  @Test
  void anExpiredForeignForgedOrUnsignedIdTokenIsRefused() {
    Secret idToken = connect().idToken().orElseThrow();
    String[] parts = idToken.reveal().split("\\.");
    String unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + ".";
    assertRefused(() -> bench.oauth.validateIdToken(Secret.of("garbage")), "not a signed JWT");
    assertRefused(() -> bench.oauth.validateIdToken(Secret.of(unsigned)), "");
    String flipped = parts[2].startsWith("A") ? "B" : "A";
    assertRefused(
        () ->
            bench.oauth.validateIdToken(
                Secret.of(parts[0] + "." + parts[1] + "." + flipped + parts[2].substring(1))),
        "signature");
    bench.keys.set("quickbooks.online.client-id", "another");
    simulator.clock().advance(Duration.ofSeconds(2));
    assertRefused(() -> bench.oauth.validateIdToken(idToken), "another client");
    bench.keys.set("quickbooks.online.client-id", "sim-client");
    simulator.clock().advance(Duration.ofHours(2));
    assertRefused(() -> bench.oauth.validateIdToken(idToken), "expired");
  }

  @Test
  void anotherIssuersIdTokenIsRefused() {
    IntuitTokens first = connect(); // the discovery document is known from here on
    simulator.intuit().tokens().issuer("https://evil.example");
    Secret idToken = connect().idToken().orElseThrow();
    assertRefused(() -> bench.oauth.validateIdToken(idToken), "issuer");
    assertThat(bench.oauth.validateIdToken(first.idToken().orElseThrow())).isNotNull();
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String why) {
    assertThatThrownBy(call).isInstanceOf(RequestRejectedException.class).hasMessageContaining(why);
  }

  @Test
  void theDiscoveryDocumentIsReadOnceAndMayBeDown() {
    simulator.faults().add(Fault.status(500).on(EndpointKind.DISCOVERY));
    assertThat(connect().accessToken()).isNotNull();
    assertThat(simulator.requests().count(EndpointKind.DISCOVERY)).isEqualTo(1);
    simulator.faults().clear();
    simulator.clock().advance(Duration.ofMinutes(6));
    connect();
    connect();
    assertThat(simulator.requests().count(EndpointKind.DISCOVERY)).isEqualTo(2);
  }

  @Test
  void anOutageIsAnOutage() {
    simulator.faults().add(Fault.status(502).on(EndpointKind.TOKEN));
    assertThatThrownBy(() -> bench.oauth.refresh(Secret.of("RT1-x")))
        .isInstanceOf(ProviderUnavailableException.class);
  }
}
