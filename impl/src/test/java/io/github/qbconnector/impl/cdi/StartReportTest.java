package io.github.qbconnector.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.impl.cdi.StartReport.Found;
import io.github.qbconnector.impl.config.Settings;
import io.github.qbconnector.impl.config.SettingsReader;
import io.github.qbconnector.impl.testing.MutableKeys;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartReportTest {
  private static final Found EVERYTHING = new Found(true, true, true, true, false);
  private static final RequiredConnectors NONE = new RequiredConnectors();
  private static final Map<String, String> JDBC =
      Map.of(
          "quickbooks.store", "jdbc",
          "quickbooks.store.data-source", "jdbc/quickbooks",
          "quickbooks.store.encryption-keys", "one:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");

  private static Settings settings(Map<String, String> more) {
    Map<String, String> keys = new HashMap<>();
    keys.put("quickbooks.product", "online");
    keys.put("quickbooks.owner", "principal");
    keys.put("quickbooks.online.client-id", "client-of-ours");
    keys.put("quickbooks.online.client-secret", "secret-of-ours");
    keys.put("quickbooks.online.environment", "production");
    keys.put("quickbooks.online.redirect-uri", "https://books.example.com/app/quickbooks/callback");
    keys.putAll(more);
    return new SettingsReader(MutableKeys.of(keys), false, false).read();
  }

  @Test
  void aServerThatHasEverythingIsNotToldWhatIsMissing() {
    assertThat(StartReport.of(settings(JDBC), EVERYTHING, NONE))
        .startsWith("QBC0000: ")
        .contains("default is ONLINE PRODUCTION", "store jdbc jdbc/quickbooks", "Tolerance on")
        .doesNotContain("; no ", "secret-of-ours", "MDEy");
  }

  @Test
  void withoutTheConcurrencyFeatureItIsSaidThatIdleConnectionsWaitForTheApplication() {
    assertThat(StartReport.of(settings(JDBC), new Found(true, false, false, false, false), NONE))
        .contains(
            "no managed executor: background work goes through Fault Tolerance",
            "no managed threads",
            "no scheduled executor: idle connections are kept alive only while the application is"
                + " used");
  }

  @Test
  void withoutFaultToleranceItIsSaidWhatThatMeans() {
    assertThat(StartReport.of(settings(JDBC), new Found(false, true, true, true, false), NONE))
        .contains("Fault Tolerance OFF: calls are neither repeated nor guarded");
    assertThat(StartReport.of(settings(JDBC), new Found(false, false, true, true, false), NONE))
        .contains("no managed executor: requests do the background work themselves");
  }

  @Test
  void realCompaniesInMemoryAreWarnedOf() {
    Settings memory = settings(Map.of("quickbooks.store", "memory"));
    assertThat(StartReport.warning(memory, EVERYTHING)).get().asString().contains("QBC0305");
    assertThat(StartReport.warning(settings(JDBC), EVERYTHING)).isEmpty();
    assertThat(StartReport.warning(memory, new Found(true, true, true, true, true)))
        .as("the application's own store")
        .isEmpty();
  }
}
