package io.github.qbconnector.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.qbconnector.Product;
import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.testing.MutableKeys;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesktopSettingsTest {
  private static final String PUBLIC_URL = "quickbooks.web.public-url";
  private static final String SECRET_KEY = "quickbooks.desktop.secret-key";
  private static final String PUBLISHABLE_KEY = "quickbooks.desktop.publishable-key";

  private final MutableKeys keys = DesktopKeys.real();

  private Settings read() {
    return new SettingsReader(keys, false, false).read();
  }

  private DesktopSettings desktop() {
    return read().connector("default").requireDesktop();
  }

  private List<Problem> problems() {
    InvalidConfigurationException failure =
        catchThrowableOfType(InvalidConfigurationException.class, this::read);
    assertThat(failure).hasMessageStartingWith("QBC0001").hasMessageNotContaining("MARKER");
    return failure.problems();
  }

  private void assertProblems(String... expected) {
    assertThat(problems()).extracting(Problem::key).containsExactlyInAnyOrder(expected);
  }

  /** Adds a connector {@code office} with keys of its own. */
  private void office(String secretKey, String publishableKey) {
    keys.set("quickbooks.connectors", "office")
        .set("quickbooks.connector.office.product", "desktop")
        .set("quickbooks.connector.office.desktop.secret-key", secretKey)
        .set("quickbooks.connector.office.desktop.publishable-key", publishableKey);
  }

  @Test
  void theDefaultsAreThoseOfTheReference() {
    ConnectorSettings connector = read().connector("default");
    assertThat(connector.product()).isEqualTo(Product.DESKTOP);
    assertThat(connector.online()).isNull();
    assertThat(desktop().baseUrl()).isEqualTo(URI.create("https://api.conductor.is/v1"));
    assertThat(desktop().isReal()).isTrue();
    assertThat(desktop().linkExpiry()).isEqualTo(Duration.ofMinutes(30));
    assertThat(connector.gate().maxAge()).isEqualTo(Duration.ofMinutes(15));
    assertThat(connector.gate().maxStale()).isEqualTo(Duration.ofHours(1));
    assertThat(connector.readTimeout()).isEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void everyMistakeIsToldAtOnce() {
    keys.without(SECRET_KEY)
        .without(PUBLISHABLE_KEY)
        .without(PUBLIC_URL)
        .without("quickbooks.store")
        .without("quickbooks.owner")
        .set("quickbooks.desktop.link-expiry", "half an hour");
    assertProblems(
        SECRET_KEY,
        PUBLISHABLE_KEY,
        PUBLIC_URL,
        "quickbooks.store",
        "quickbooks.owner",
        "quickbooks.desktop.link-expiry");
  }

  @Test
  void thePublicUrlIsRequiredSinceNoRedirectUriTellsIt() {
    keys.without(PUBLIC_URL);
    assertProblems(PUBLIC_URL);
    keys.set(PUBLIC_URL, "https://shop.example/app/");
    assertThat(read().web().publicUrl()).isEqualTo(URI.create("https://shop.example/app"));
    assertThat(read().web().origin()).isEqualTo("https://shop.example");
    assertThat(read().web().endpointsPath()).isEqualTo("/app/quickbooks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.example/app", "ftp://shop.example", "https://a:b@shop.example/"})
  void aMalformedPublicUrlIsToldOnce(String url) {
    keys.set(PUBLIC_URL, url);
    assertProblems(PUBLIC_URL);
  }

  @Test
  void aConnectorToOnlineTellsThePublicUrlForBoth() {
    office("sk_live_two", "pk_live_two");
    keys.without(PUBLIC_URL)
        .without(SECRET_KEY)
        .without(PUBLISHABLE_KEY)
        .set("quickbooks.product", "online")
        .set("quickbooks.online.client-id", "AB123")
        .set("quickbooks.online.client-secret", "MARKER")
        .set("quickbooks.online.environment", "sandbox")
        .set("quickbooks.online.redirect-uri", "https://shop.example/app/quickbooks/callback");
    Settings settings = read();
    assertThat(settings.connectors().keySet()).containsExactly("default", "office");
    assertThat(settings.web().publicUrl()).isEqualTo(URI.create("https://shop.example/app"));
  }

  @Test
  void namedConnectorsHaveKeysOfTheirOwn() {
    office("sk_live_two", "pk_live_two");
    keys.set("quickbooks.connector.office.desktop.link-expiry", "PT1H");
    DesktopSettings office = read().connector("office").requireDesktop();
    assertThat(office.secretKey()).isEqualTo(Secret.of("sk_live_two"));
    assertThat(office.publishableKey()).isEqualTo(Secret.of("pk_live_two"));
    assertThat(office.linkExpiry()).isEqualTo(Duration.ofHours(1));
    assertThat(desktop().linkExpiry()).isEqualTo(Duration.ofMinutes(30));
    keys.without("quickbooks.connector.office.desktop.secret-key");
    assertProblems("quickbooks.connector.office.desktop.secret-key");
  }

  @Test
  void twoConnectorsOfOneProjectAreRefused() {
    office("sk_live_two", "pk_live_MARKER");
    assertThat(problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.key())
                  .isEqualTo("quickbooks.connector.office.desktop.publishable-key");
              assertThat(problem.found()).contains("connector 'default'");
            });
    keys.set("quickbooks.connector.office.desktop.publishable-key", "pk_live_two");
    assertThat(read().connectors()).hasSize(2);
    keys.set("quickbooks.connector.office.desktop.publishable-key", "pk_live_MARKER")
        .set("quickbooks.connector.office.desktop.base-url", "https://sim.example/v1");
    assertThat(read().connectors()).as("another Conductor").hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"PT15M, true", "P7D, true", "PT14M59S, false", "P7DT1S, false", "-PT30M, false"})
  void linksWorkAsLongAsConductorLetsThem(String expiry, boolean accepted) {
    keys.set("quickbooks.desktop.link-expiry", expiry);
    if (accepted) {
      assertThat(desktop().linkExpiry()).isEqualTo(Duration.parse(expiry));
    } else {
      assertProblems("quickbooks.desktop.link-expiry");
    }
  }

  @Test
  void theSimulatorsKeyIsTakenWithACustomUrlOnly() {
    keys.set(SECRET_KEY, "sk_conductor_sim");
    assertProblems(SECRET_KEY);
    keys.set("quickbooks.desktop.base-url", "https://api.conductor.is/v1/");
    assertProblems(SECRET_KEY);
    keys.set("quickbooks.desktop.base-url", "http://127.0.0.1:9081/simulator/conductor/v1");
    assertThat(desktop().isReal()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://sim.example/v1", "ftp://localhost/", "https://sim.example/?x=1"})
  void aCustomUrlIsHttpsOrLoopback(String url) {
    keys.set("quickbooks.desktop.base-url", url);
    assertProblems("quickbooks.desktop.base-url");
  }

  @Test
  void theMemoryStoreMustBeSaidAloudForConductorItself() {
    keys.without("quickbooks.store");
    assertProblems("quickbooks.store");
    MutableKeys simulator = DesktopKeys.simulator();
    assertThat(new SettingsReader(simulator, false, false).read().store().isJdbc()).isFalse();
  }

  @Test
  void theBindingNamesAddressAndProjectAndNoKey() {
    String binding = desktop().binding();
    assertThat(binding).startsWith("CONDUCTOR https://api.conductor.is/v1 ");
    assertThat(binding).doesNotContain("MARKER").hasSizeLessThan(200);
    keys.set(SECRET_KEY, "sk_live_other");
    assertThat(desktop().binding()).as("a rotated secret key").isEqualTo(binding);
    keys.set(PUBLISHABLE_KEY, "pk_live_other");
    assertThat(desktop().binding()).as("another project").isNotEqualTo(binding);
  }

  @Test
  void nothingThatIsPrintedShowsAKey() {
    assertThat(read().toString()).doesNotContain("MARKER");
  }

  @Test
  void aProductIsKnownBeforeAllElseIsRead() {
    assertThat(SettingsReader.product(keys, "default")).contains(Product.DESKTOP);
    assertThat(SettingsReader.product(keys, "office")).isEmpty();
  }
}
