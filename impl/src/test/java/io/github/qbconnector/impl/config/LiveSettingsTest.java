package io.github.qbconnector.impl.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.testing.MutableKeys;
import io.github.qbconnector.simulator.core.SimulatorClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveSettingsTest {
  private final SimulatorClock clock = new SimulatorClock();
  private final List<String> reports = new ArrayList<>();
  private final MutableKeys keys =
      MutableKeys.of(
          Map.of(
              "quickbooks.product", "online",
              "quickbooks.owner", "application",
              "quickbooks.online.client-id", "AB123",
              "quickbooks.online.client-secret", "first",
              "quickbooks.online.environment", "sandbox",
              "quickbooks.online.redirect-uri", "https://shop.example/quickbooks/callback"));
  private final SettingsReader reader = new SettingsReader(keys, false, false);
  private final LiveSettings live = new LiveSettings(reader, reader.read(), clock, reports::add);

  private OnlineSettings online() {
    return live.current().connector("default").requireOnline();
  }

  @Test
  void aRotatedSecretIsTakenWithinASecondAndNotReadMoreOften() {
    keys.set("quickbooks.online.client-secret", "second");
    assertThat(online().clientSecret()).isEqualTo(Secret.of("first"));
    clock.advance(Duration.ofSeconds(2));
    assertThat(online().clientSecret()).isEqualTo(Secret.of("second"));
  }

  @Test
  void whatIsUnchangedStaysTheSameObject() {
    Settings before = live.current();
    clock.advance(Duration.ofSeconds(5));
    assertThat(live.current()).isSameAs(before);
  }

  @Test
  void agesAndTimeOutsFollow() {
    keys.set("quickbooks.gate.max-age", "PT10M").set("quickbooks.http.read-timeout", "PT20S");
    clock.advance(Duration.ofSeconds(2));
    assertThat(live.current().connector("default").gate().maxAge())
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(live.current().connector("default").readTimeout()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void theShapeOfTheDeploymentStays() {
    keys.set("quickbooks.online.environment", "production")
        .set("quickbooks.store", "memory")
        .set("quickbooks.gate.url-patterns", "/other/*")
        .set("quickbooks.owner", "principal");
    clock.advance(Duration.ofSeconds(2));
    assertThat(online().environment()).isEqualTo(IntuitEnvironment.SANDBOX);
    assertThat(live.current().connector("default").gate().urlPatterns()).isEmpty();
    assertThat(live.current().owner()).isEqualTo(OwnerMode.APPLICATION);
  }

  @Test
  void aChangeThatIsNotValidIsReportedOnceAndNotTaken() {
    keys.without("quickbooks.online.client-secret");
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofSeconds(2));
      assertThat(online().clientSecret()).isEqualTo(Secret.of("first"));
    }
    assertThat(reports).singleElement().asString().contains("QBC0002", "client-secret");
    keys.set("quickbooks.online.client-secret", "third");
    clock.advance(Duration.ofSeconds(2));
    assertThat(online().clientSecret()).isEqualTo(Secret.of("third"));
  }

  private static LiveSettings desktop(MutableKeys keys, SimulatorClock clock) {
    SettingsReader reader = new SettingsReader(keys, false, false);
    return new LiveSettings(reader, reader.read(), clock, report -> {});
  }

  @Test
  void theKeysOfConductorRotateAndTheProjectShowsInTheBinding() {
    MutableKeys conductor = DesktopKeys.simulator();
    LiveSettings rotating = desktop(conductor, clock);
    DesktopSettings before = rotating.current().connector("default").requireDesktop();
    conductor.set("quickbooks.desktop.secret-key", "sk_live_second");
    clock.advance(Duration.ofSeconds(2));
    DesktopSettings rotated = rotating.current().connector("default").requireDesktop();
    assertThat(rotated.secretKey()).isEqualTo(Secret.of("sk_live_second"));
    assertThat(rotated.binding()).as("still the same project").isEqualTo(before.binding());
    conductor.set("quickbooks.desktop.publishable-key", "pk_live_second");
    clock.advance(Duration.ofSeconds(2));
    assertThat(rotating.current().connector("default").requireDesktop().binding())
        .isNotEqualTo(before.binding())
        .doesNotContain("pk_live");
  }

  @Test
  void whereConductorIsStaysWhileHowLongLinksWorkFollows() {
    MutableKeys conductor = DesktopKeys.simulator();
    LiveSettings rotating = desktop(conductor, clock);
    conductor
        .set("quickbooks.desktop.base-url", "https://elsewhere.example/v1")
        .set("quickbooks.web.public-url", "https://elsewhere.example/app")
        .set("quickbooks.desktop.link-expiry", "P2D");
    clock.advance(Duration.ofSeconds(2));
    DesktopSettings now = rotating.current().connector("default").requireDesktop();
    assertThat(now.baseUrl()).isEqualTo(URI.create("http://localhost:9080/conductor/v1"));
    assertThat(now.linkExpiry()).isEqualTo(Duration.ofDays(2));
    assertThat(rotating.current().web().publicUrl())
        .isEqualTo(URI.create("https://shop.example/app"));
  }
}
