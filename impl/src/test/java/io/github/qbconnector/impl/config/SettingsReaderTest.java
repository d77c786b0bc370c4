package io.github.qbconnector.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qbconnector.Product;
import io.github.qbconnector.impl.testing.MutableKeys;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  private static final Map<String, String> SANDBOX =
      Map.of(
          "quickbooks.product", "online",
          "quickbooks.owner", "application",
          "quickbooks.online.client-id", "AB123",
          "quickbooks.online.client-secret", "a-client-secret",
          "quickbooks.online.environment", "sandbox",
          "quickbooks.online.redirect-uri", "https://shop.example/app/quickbooks/callback");

  private final MutableKeys keys = MutableKeys.of(SANDBOX);

  private Settings read() {
    return new SettingsReader(keys, false, false).read();
  }

  private InvalidConfigurationException failure() {
    return catchThrowableOfType(InvalidConfigurationException.class, this::read);
  }

  @Test
  void theDefaultsAreThoseOfTheReference() {
    Settings settings = read();
    ConnectorSettings connector = settings.connector("default");
    assertThat(connector.product()).isEqualTo(Product.ONLINE);
    assertThat(connector.requireOnline().scopes())
        .containsExactly("com.intuit.quickbooks.accounting");
    assertThat(connector.requireOnline().pkce()).isTrue();
    assertThat(connector.requireOnline().minorVersion()).isEqualTo(75);
    assertThat(connector.gate().mode()).isEqualTo(GateMode.ENFORCE);
    assertThat(connector.gate().maxAge()).isEqualTo(Duration.ofHours(1));
    assertThat(connector.gate().maxStale()).isEqualTo(Duration.ofHours(4));
    assertThat(connector.gate().longestWait()).isEqualTo(Duration.ofSeconds(3));
    assertThat(connector.readTimeout()).isEqualTo(Duration.ofSeconds(130));
    assertThat(settings.store().isJdbc()).isFalse();
    assertThat(settings.store().cacheSize()).isEqualTo(10_000);
    assertThat(settings.web().afterConnect()).isEqualTo("/");
    assertThat(settings.web().publicUrl()).isEqualTo(URI.create("https://shop.example/app"));
    assertThat(settings.web().isSecure()).isTrue();
    assertThat(settings.http().connectTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.http().proxy()).isNull();
  }

  @Test
  void everyMistakeIsToldAtOnceAndNoSecretWithIt() {
    keys.without("quickbooks.online.client-id")
        .without("quickbooks.owner")
        .set("quickbooks.online.environment", "staging")
        .set("quickbooks.online.redirect-uri", "http://shop.example/callback?x=1")
        .set("quickbooks.store", "jdbc")
        .set("quickbooks.store.encryption-keys", "k1:c2VjcmV0LXNlY3JldA==")
        .set("quickbooks.gate.max-age", "ten minutes")
        .set("quickbooks.gate.url-patterns", "accounting/*,/ok/*,*.jsf,/a*b")
        .set("quickbooks.web.after-connect", "//evil.example");
    InvalidConfigurationException failure = failure();
    assertThat(failure.problems())
        .extracting(Problem::key)
        .containsOnly(
            "quickbooks.owner",
            "quickbooks.online.client-id",
            "quickbooks.online.environment",
            "quickbooks.online.redirect-uri",
            "quickbooks.store.data-source",
            "quickbooks.store.encryption-keys",
            "quickbooks.gate.max-age",
            "quickbooks.gate.url-patterns",
            "quickbooks.web.after-connect");
    assertThat(failure)
        .hasMessageStartingWith("QBC0001")
        .hasMessageContaining("'staging'; expected sandbox or production or custom")
        .hasMessageContaining("'accounting/*'")
        .hasMessageContaining("'/a*b'")
        .hasMessageNotContaining("a-client-secret")
        .hasMessageNotContaining("c2VjcmV0");
  }

  @Test
  void theMemoryStoreMustBeSaidAloudForProduction() {
    keys.set("quickbooks.online.environment", "production");
    assertThat(failure().problems()).extracting(Problem::key).containsExactly("quickbooks.store");
    keys.set("quickbooks.store", "memory");
    assertThat(read().store().isJdbc()).isFalse();
  }

  @Test
  void theSimulatorsCredentialsAreTakenWithACustomUrlOnly() {
    keys.set("quickbooks.online.client-id", "sim-client");
    assertThat(failure().problems())
        .extracting(Problem::key)
        .containsExactly("quickbooks.online.client-id");
    keys.set("quickbooks.online.environment", "custom")
        .set("quickbooks.online.base-url", "http://localhost:9080/simulator/intuit/");
    assertThat(read().connector("default").requireOnline().baseUrl())
        .isEqualTo(URI.create("http://localhost:9080/simulator/intuit"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://sim.example/intuit, true",
    "http://127.0.0.1:9081/x, true",
    "http://[::1]:9081/x, true",
    "http://sim.example/intuit, false",
    "http://localhost.evil.example/x, false",
    "ftp://localhost/x, false",
    "https://user:pw@sim.example/x, false",
    "https://sim.example/x?y=1, false"
  })
  void aCustomUrlIsHttpsOrLoopback(String url, boolean accepted) {
    keys.set("quickbooks.online.environment", "custom").set("quickbooks.online.base-url", url);
    if (accepted) {
      assertThat(read().connectors()).containsKey("default");
    } else {
      assertThat(failure().problems())
          .extracting(Problem::key)
          .contains("quickbooks.online.base-url");
    }
  }

  @Test
  void namedConnectorsAreListedAndHaveKeysOfTheirOwn() {
    MutableKeys named =
        MutableKeys.of(
            Map.of(
                "quickbooks.owner", "principal",
                "quickbooks.connectors", "payroll",
                "quickbooks.connector.payroll.product", "online",
                "quickbooks.connector.payroll.online.client-id", "AB123",
                "quickbooks.connector.payroll.online.client-secret", "s",
                "quickbooks.connector.payroll.online.environment", "sandbox",
                "quickbooks.connector.payroll.online.redirect-uri",
                    "https://shop.example/quickbooks/callback",
                "quickbooks.connector.payroll.gate.url-patterns", "/pay/*"));
    assertThat(SettingsReader.connectorNames(named)).containsExactly("payroll");
    Settings settings = new SettingsReader(named, false, false).read();
    assertThat(settings.connector("payroll").gate().urlPatterns()).containsExactly("/pay/*");
  }

  @Test
  void withoutAnyConnectorTheDefaultOneIsAskedFor() {
    MutableKeys none = MutableKeys.of(Map.of());
    InvalidConfigurationException failure =
        catchThrowableOfType(
            InvalidConfigurationException.class,
            () -> new SettingsReader(none, true, false).read());
    assertThat(failure.problems()).extracting(Problem::key).containsExactly("quickbooks.product");
  }

  @Test
  void scopesHaveShortNamesAndFullOnes() {
    keys.set("quickbooks.online.scopes", "accounting, openid,com.intuit.quickbooks.payroll");
    assertThat(read().connector("default").requireOnline().scopes())
        .containsExactly(
            "com.intuit.quickbooks.accounting", "openid", "com.intuit.quickbooks.payroll");
  }

  @Test
  void scopesWithoutACompanyCannotConnectOne() {
    keys.set("quickbooks.online.scopes", "openid,email");
    assertThat(failure().problems())
        .singleElement()
        .hasToString(
            "quickbooks.online.scopes: only openid, email, by which no company is chosen;"
                + " expected accounting or payment as well");
    keys.set("quickbooks.online.scopes", "openid,payment");
    assertThat(read().connectors()).containsKey("default");
  }

  @Test
  void onlyFalseSwitchesOff() {
    assertThat(SettingsReader.enabled(keys)).isTrue();
    assertThat(SettingsReader.enabled(keys.set("quickbooks.enabled", "FALSE"))).isFalse();
    assertThat(SettingsReader.enabled(keys.set("quickbooks.enabled", "no"))).isTrue();
    assertThat(failure().problems()).extracting(Problem::key).contains("quickbooks.enabled");
  }

  @Test
  void nothingThatIsPrintedShowsASecret() {
    assertThat(read().toString()).doesNotContain("a-client-secret");
    assertThat(List.of(read().connector("default")).toString()).doesNotContain("a-client-secret");
  }
}
