package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.app.desktop.PingServlet;
import io.github.qbconnector.compatibility.app.ear.OfficeServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.Desktops;
import io.github.qbconnector.compatibility.support.Ears;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.LinkJourney;
import io.github.qbconnector.compatibility.support.ServerLog;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Each WAR brings our jars and keys of its own: another owner, another store, another product
 * besides. All classes of ours are there twice, and everything the container knows by name.
 */
@GridRow("EAR: two WARs, each with jars and keys of its own")
class EarWithTwoWarsIT extends DropInPromises {
  private static final String FIRST = "first-of-two";
  private static final String SECOND = "second-of-two";
  private static final String MACHINE = "/machine/ping";

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  private final Browser second = Browser.of(TestServer.url(SECOND));

  EarWithTwoWarsIT() {
    super(FIRST);
  }

  @Override
  Browser loggedIn(String user) {
    return anybody().knownToTheApplication(user);
  }

  @Deployment(testable = false)
  static EnterpriseArchive ear() {
    return Ears.plain("two-wars", List.of(first(FIRST), second(SECOND)), List.of());
  }

  @Deployment(name = "reporting", managed = false, testable = false)
  static EnterpriseArchive reporting() {
    return Ears.plain(
        "reporting", List.of(first("first-report"), second("second-report")), List.of());
  }

  private static WebArchive first(String context) {
    return Wars.connected(context)
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class, HeaderLoginFilter.class);
  }

  private static WebArchive second(String context) {
    Map<String, String> keys = new HashMap<>(Wars.jdbcStore());
    keys.put("quickbooks.owner", "application");
    keys.put("quickbooks.connectors", "desktop");
    keys.putAll(Desktops.keys("quickbooks.connector.desktop."));
    keys.put("quickbooks.connector.desktop.gate.url-patterns", "/machine/*");
    return Wars.configured(context, keys)
        .addClasses(OfficeServlet.class, PingServlet.class, HeaderLoginFilter.class);
  }

  @Test
  void whatIsConnectedInOneWarIsNotConnectedInTheOther() {
    Browser dora = loggedIn("dora");
    Browser ada = second.knownToTheApplication("ada");
    assertThat(new ConnectJourney(dora).from(GATED, BAKERY).body())
        .isEqualTo("company=Harbor Street Bakery");
    assertThat(ConnectJourney.location(ada.open(GATED)))
        .startsWith("/" + SECOND + "/quickbooks/connect");

    assertThat(new ConnectJourney(ada).from(GATED, PLUMBING).body())
        .isEqualTo("office of Northwind Plumbing LLC");

    assertThat(second.knownToTheApplication("ben").open(GATED).body())
        .as("one company for the whole WAR")
        .isEqualTo("office of Northwind Plumbing LLC");
    assertThat(dora.open(GATED).body()).isEqualTo("company=Harbor Street Bakery");
    assertThat(loggedIn("bob").open(GATED).statusCode()).as("one for each login").isEqualTo(303);
  }

  @Test
  void theProductThatOnlyOneWarHasIsGatedOnlyThere() {
    assertThat(new LinkJourney(second.knownToTheApplication("ada")).from(MACHINE).body())
        .isEqualTo("CONNECTED PING");
    assertThat(loggedIn("alice").open(MACHINE).statusCode()).isEqualTo(404);
    assertThat(loggedIn("alice").open("/quickbooks/connect?connector=desktop").statusCode())
        .isEqualTo(404);
  }

  @Test
  void eachWarReportsItsOwnStartOnce() {
    ServerLog log = ServerLog.fromNow();
    deployer.deploy("reporting");
    try {
      assertThat(log.text().lines().filter(line -> line.contains("QBC0000")))
          .hasSize(2)
          .anyMatch(line -> line.contains("owner PRINCIPAL; store memory"))
          .anyMatch(line -> line.contains("desktop is DESKTOP") && line.contains("store jdbc"));
    } finally {
      deployer.undeploy("reporting");
    }
  }
}
