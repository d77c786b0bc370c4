package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.TestClient.BAKERY;
import static io.github.qbconnector.simulator.TestClient.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.intuit.oauth2.client.OAuth2PlatformClient;
import com.intuit.oauth2.config.OAuth2Config;
import com.intuit.oauth2.config.Scope;
import com.intuit.oauth2.data.BearerTokenResponse;
import com.intuit.oauth2.data.UserInfoResponse;
import com.intuit.oauth2.exception.OAuthException;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.LoggedRequest;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Intuit's own OAuth client for Java, unmodified: it is only told another discovery URL. */
@ExtendWith(SimulatorExtension.class)
class IntuitOAuthSdkTest {

  private final QuickBooksSimulator simulator;
  private final OAuth2Config config;
  private final OAuth2PlatformClient sdk;

  IntuitOAuthSdkTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.config =
        new OAuth2Config.OAuth2ConfigBuilder("sim-client", "sim-secret")
            .callDiscoveryAPI(simulator.intuit().discoveryUrl().toString())
            .buildConfig();
    this.sdk = new OAuth2PlatformClient(config);
  }

  private BearerTokenResponse connect(Scope... scopes) throws Exception {
    String url = config.prepareUrl(List.of(scopes), REDIRECT, "state-1");
    URI callback = simulator.intuit().consent(URI.create(url), BAKERY);
    return sdk.retrieveBearerTokens(
        TestClient.parameters(callback).getOrDefault("code", ""), REDIRECT);
  }

  @Test
  void connectsRefreshesAndRevokes() throws Exception {
    BearerTokenResponse tokens = connect(Scope.Accounting);
    assertThat(tokens.getExpiresIn()).isEqualTo(3600L);
    assertThat(tokens.getXRefreshTokenExpiresIn()).isEqualTo(8_726_400L);
    assertThat(tokens.getIntuit_tid()).startsWith("1-");

    BearerTokenResponse refreshed = sdk.refreshToken(tokens.getRefreshToken());
    assertThat(refreshed.getRefreshToken()).isEqualTo(tokens.getRefreshToken());

    assertThat(sdk.revokeToken(refreshed.getRefreshToken()).getStatus()).isEqualTo("SUCCESS");
    assertThat(sdk.revokeToken(refreshed.getRefreshToken()).getErrorCode()).isEqualTo("400");
    assertThatThrownBy(() -> sdk.refreshToken(refreshed.getRefreshToken()))
        .isInstanceOfSatisfying(
            OAuthException.class, e -> assertThat(e.getStatusCode()).isEqualTo("400"));
  }

  @Test
  void readsWhoConnected() throws Exception {
    BearerTokenResponse tokens =
        connect(Scope.OpenId, Scope.Profile, Scope.Email, Scope.Phone, Scope.Address);

    UserInfoResponse user = sdk.getUserInfo(tokens.getAccessToken());

    assertThat(user.getEmail()).isEqualTo("maria.alvarez@example.com");
    assertThat(user.getAddress().getLocality()).isEqualTo("Half Moon Bay");
  }

  @Test
  void findsTheIdTokenValid() throws Exception {
    String idToken = connect(Scope.OpenId, Scope.Accounting).getIdToken();

    assertThat(sdk.validateIDToken(idToken)).isTrue();
    assertThat(sdk.validateIDToken(idToken.replaceFirst("\\.[^.]{4}([^.]*)$", ".AAAA$1")))
        .isFalse();
  }

  @Test
  void seesAnOutageAsAFailureWithATraceId() throws Exception {
    BearerTokenResponse tokens = connect(Scope.Accounting);
    simulator.faults().add(Fault.status(503));

    assertThatThrownBy(() -> sdk.refreshToken(tokens.getRefreshToken()))
        .isInstanceOfSatisfying(
            OAuthException.class,
            e -> {
              assertThat(e.getStatusCode()).isEqualTo("503");
              assertThat(e.getIntuit_tid())
                  .isEqualTo(simulator.requests().last().map(LoggedRequest::tid).orElse(""));
            });
  }
}
