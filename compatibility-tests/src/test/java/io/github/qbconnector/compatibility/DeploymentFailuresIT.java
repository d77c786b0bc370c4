package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.UnknownConnectorServlet;
import io.github.qbconnector.compatibility.app.mistakes.MistakenServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.Desktops;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.ServerLog;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Mistakes of operations are told once, completely, and before any user meets them. */
@OnServer
class DeploymentFailuresIT {
  private static final String SECRET = "Xq7-never-to-be-seen";
  private static final String[] WRONG_KEYS = {
    "quickbooks.owner",
    "quickbooks.online.client-id",
    "quickbooks.online.environment",
    "quickbooks.online.redirect-uri",
    "quickbooks.store.data-source",
    "quickbooks.store.encryption-keys",
    "quickbooks.gate.url-patterns",
    "quickbooks.gate.max-age"
  };

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  @Deployment(name = "misconfigured", managed = false, testable = false)
  static WebArchive misconfigured() {
    return Wars.withOnly(
            "misconfigured",
            Map.of(
                "quickbooks.product", "online",
                "quickbooks.online.client-secret", SECRET,
                "quickbooks.store", "jdbc",
                "quickbooks.store.encryption-keys", SECRET,
                "quickbooks.gate.url-patterns", "gated",
                "quickbooks.gate.max-age", "an hour"))
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class);
  }

  @Deployment(name = "unknown-connector", managed = false, testable = false)
  static WebArchive unknownConnector() {
    return Wars.connected("unknown-connector")
        .addClasses(UnknownConnectorServlet.class, UnknownConnectorServlet.Payroll.class);
  }

  @Deployment(name = "mistaken", managed = false, testable = false)
  static WebArchive mistaken() {
    Map<String, String> keys = new HashMap<>();
    keys.put("quickbooks.connectors", "desktop");
    keys.putAll(Desktops.keys("quickbooks.connector.desktop."));
    keys.remove("quickbooks.connector.desktop.desktop.secret-key");
    return Wars.configured("mistaken", keys).addPackage(MistakenServlet.class.getPackage());
  }

  @Deployment(name = "one-project", managed = false, testable = false)
  static WebArchive oneProject() {
    Map<String, String> keys = new HashMap<>();
    keys.put("quickbooks.owner", "principal");
    keys.put("quickbooks.connectors", "branch");
    keys.putAll(Desktops.keys("quickbooks."));
    keys.putAll(Desktops.keys("quickbooks.connector.branch."));
    return Wars.withOnly("one-project", keys);
  }

  @Test
  void everyInjectionPointThatDoesNotFitIsNamedInTheSameMessageAsWhatIsMissing() {
    String message = messageOf("mistaken");

    assertThat(keys(message))
        .containsExactlyInAnyOrder(
            "quickbooks.connector.desktop.desktop.secret-key",
            "quickbooks.product",
            "quickbooks.connector.desktop.product",
            "quickbooks.connectors");
    if (TestServer.showsWhatServletsInject()) {
      assertThat(message).contains("MistakenServlet.quickBooks injects DesktopConnector");
    }
    assertThat(message)
        .as("an enterprise bean")
        .contains("MistakenEnterpriseBean.quickBooks injects OnlineConnector")
        .as("a CDI bean")
        .contains("MistakenCdiBean.conductor injects ConductorClient")
        .contains("no connector 'nowhere'")
        .contains("MistakenCdiBean.payroll injects it");
  }

  @Test
  void twoConnectorsOfOneProjectFailTheDeploymentAndSoDoesAMissingPublicUrl() {
    String message = messageOf("one-project");

    assertThat(keys(message))
        .containsExactlyInAnyOrder(
            "quickbooks.connector.branch.desktop.publishable-key", "quickbooks.web.public-url");
    assertThat(message).contains("the key of connector 'default'");
  }

  @Test
  void wrongConfigurationFailsTheDeploymentWithOneMessageThatNamesEveryKeyAndNoSecret() {
    String told = failureOf("misconfigured");

    assertThat(told).contains("QBC0001").doesNotContain(SECRET);
    // Servers repeat the exception as it passes their layers; it is the same complete one.
    Stream.of(told.split("QBC0001"))
        .skip(1)
        .forEach(message -> assertThat(keys(message)).containsExactlyInAnyOrder(WRONG_KEYS));
    assertThat(Browser.of(TestServer.url("misconfigured")).open("/gated/company").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aBeanThatRequiresAnUnknownConnectorFailsTheDeployment() {
    assertThat(failureOf("unknown-connector"))
        .contains("payroll")
        .contains("UnknownConnectorServlet$Payroll");
  }

  /** Our message about a deployment; servers that repeat it repeat the same one. */
  private String messageOf(String deployment) {
    String told = failureOf(deployment);
    assertThat(told).contains("QBC0001");
    return told.split("QBC0001")[1];
  }

  private String failureOf(String deployment) {
    ServerLog log = ServerLog.fromNow();
    Throwable failure = catchThrowable(() -> deployer.deploy(deployment));
    assertThat(failure).isNotNull();
    return log.text().contains("QBC") ? log.text() : log.textAnd(failure);
  }

  private static Set<String> keys(String message) {
    return Pattern.compile("- (quickbooks[a-z.-]+): ")
        .matcher(message)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }
}
