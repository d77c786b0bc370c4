package io.github.qbconnector.impl.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.config.IntuitEnvironment;
import io.github.qbconnector.impl.config.OnlineSettings;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryTest {

  private static OnlineSettings settings(IntuitEnvironment environment, @Nullable URI baseUrl) {
    return new OnlineSettings(
        "id",
        Secret.of("s"),
        environment,
        baseUrl,
        URI.create("https://shop.example/quickbooks/callback"),
        List.of(),
        true,
        75);
  }

  @ParameterizedTest
  @CsvSource({
    "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer, true",
    "https://intuit.com/x, true",
    "http://oauth.platform.intuit.com/x, false",
    "https://oauth.platform.intuit.com.evil.example/x, false",
    "https://evilintuit.com/x, false",
    "https://user@intuit.com/x, false",
    "mailto:a@intuit.com, false"
  })
  void onlyIntuitsOwnHostsOverHttpsAreTaken(String url, boolean taken) {
    assertThat(Discovery.isTrusted(settings(IntuitEnvironment.PRODUCTION, null), URI.create(url)))
        .isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:9081/simulator/intuit/x, true",
    "http://127.0.0.1:9082/x, false",
    "https://127.0.0.1:9081/x, false",
    "https://oauth.platform.intuit.com/x, false"
  })
  void aCustomEnvironmentStaysWithItself(String url, boolean taken) {
    URI base = URI.create("http://127.0.0.1:9081/simulator/intuit");
    assertThat(Discovery.isTrusted(settings(IntuitEnvironment.CUSTOM, base), URI.create(url)))
        .isEqualTo(taken);
  }
}
