package io.github.qbconnector.impl.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.config.IntuitEnvironment;
import io.github.qbconnector.impl.config.OnlineSettings;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntuitEndpointsTest {

  @ParameterizedTest
  @CsvSource({
    "SANDBOX, , https://developer-sandbox.api.intuit.com/v2/oauth2/tokens/migrate",
    "PRODUCTION, , https://developer.api.intuit.com/v2/oauth2/tokens/migrate",
    "CUSTOM, http://127.0.0.1:1/simulator/intuit,"
        + " http://127.0.0.1:1/simulator/intuit/v2/oauth2/tokens/migrate"
  })
  void everyEnvironmentMigratesAtItsOwnPlace(
      IntuitEnvironment environment, URI baseUrl, URI migration) {
    OnlineSettings settings =
        new OnlineSettings(
            "id",
            Secret.of("s"),
            environment,
            baseUrl,
            URI.create("https://shop.example/quickbooks/callback"),
            List.of(),
            true,
            75);
    assertThat(IntuitEndpoints.builtIn(settings).migration()).isEqualTo(migration);
  }
}
