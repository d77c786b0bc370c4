package io.github.qbconnector.simulator;

import static io.github.qbconnector.simulator.TestClient.BAKERY;
import static io.github.qbconnector.simulator.TestClient.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.intuit.oauth2.client.OAuth2PlatformClient;
import com.intuit.oauth2.client.OAuthMigrationClient;
import com.intuit.oauth2.config.Environment;
import com.intuit.oauth2.config.OAuth2Config;
import com.intuit.oauth2.config.Scope;
import com.intuit.oauth2.data.OAuthMigrationRequest;
import com.intuit.oauth2.data.OAuthMigrationResponse;
import com.intuit.oauth2.exception.ConnectionException;
import com.intuit.oauth2.utils.PropertiesConfig;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.lang.reflect.Field;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Intuit's own migration client for Java, unmodified. It takes its URL from a properties file in
 * its own jar, so the one value is replaced where the client keeps it.
 */
@ExtendWith(SimulatorExtension.class)
class IntuitMigrationSdkTest {

  private static final String KEY = "OAUTH_MIGRATION_URL_SANDBOX";

  private final OAuth2Config config;
  private final Properties properties;
  private final Object url;

  IntuitMigrationSdkTest(QuickBooksSimulator simulator) throws Exception {
    this.config =
        new OAuth2Config.OAuth2ConfigBuilder("sim-client", "sim-secret")
            .callDiscoveryAPI(simulator.intuit().discoveryUrl().toString())
            .buildConfig();
    Field field = PropertiesConfig.class.getDeclaredField("prop");
    field.setAccessible(true);
    this.properties = (Properties) field.get(PropertiesConfig.getInstance());
    this.url = properties.setProperty(KEY, simulator.intuit().url() + "/v2/oauth2/tokens/migrate");
  }

  @AfterEach
  void restore() {
    properties.put(KEY, url);
  }

  private OAuthMigrationClient client(String accessSecret) {
    return new OAuthMigrationClient(
        new OAuthMigrationRequest.OAuthMigrationRequestBuilder(
                Environment.SANDBOX, Scope.AccountingPayments)
            .oAuth2Config(config)
            .consumerKey("sim-oauth1-consumer")
            .consumerSecret("sim-oauth1-consumer-secret")
            .accessToken("sim-oauth1-token")
            .accessSecret(accessSecret)
            .redirectUri(REDIRECT)
            .build());
  }

  @Test
  void migratesAndRefreshes() throws Exception {
    OAuthMigrationResponse migrated = client("sim-oauth1-token-secret").migrate();

    assertThat(migrated.getRealmId()).isEqualTo(BAKERY);
    assertThat(migrated.getExpiresIn()).isEqualTo(3600L);
    assertThat(migrated.getIntuit_tid()).startsWith("1-");
    assertThat(
            new OAuth2PlatformClient(config)
                .refreshToken(migrated.getRefreshToken())
                .getAccessToken())
        .isNotEmpty();
  }

  @Test
  void seesAWrongSecretAsAFailure() {
    assertThatThrownBy(() -> client("wrong").migrate()).isInstanceOf(ConnectionException.class);
  }
}
