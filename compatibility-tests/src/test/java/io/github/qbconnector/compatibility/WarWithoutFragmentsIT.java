package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridCells;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.ServerLog;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * A WAR whose web.xml orders fragments, and names none of ours: by the specification, servers skip
 * the initializers of our jars then. Where CDI comes too late to make up for it, operations are
 * told what to name; {@link WarWithNamedFragmentsIT} shows that it helps.
 */
@GridRow("web.xml has an empty absolute-ordering")
@OnServer
class WarWithoutFragmentsIT {
  private static final String CONTEXT = "without-fragments";
  private static final String SKIPPED = "QBC0602";

  private final Browser alice = Browser.of(TestServer.url(CONTEXT)).knownToTheContainer("alice");

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  @Deployment(name = CONTEXT, managed = false, testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class)
        .addAsWebResource(new StringAsset("welcome"), "welcome.txt")
        .setWebXML("wars/absolute-ordering.xml");
  }

  @Test
  void theGateIsThereOrOperationsAreToldWhatToName() {
    ServerLog log = ServerLog.fromNow();
    deployer.deploy(CONTEXT);
    try {
      assertThat(alice.open("/welcome.txt").body()).isEqualTo("welcome");
      String told = log.text();
      if (told.contains(SKIPPED)) {
        assertThat(told)
            .containsOnlyOnce(SKIPPED)
            .contains("<name>quickbooks_connector</name>")
            .contains("<name>quickbooks_connector_servlet_filter</name>");
        GridCells.explain(getClass(), "QBC0602: name the connector's jars in absolute-ordering");
      } else {
        assertThat(alice.fetch(DropInPromises.GATED).statusCode()).isEqualTo(409);
        assertThat(
                new ConnectJourney(alice).from(DropInPromises.GATED, DropInPromises.BAKERY).body())
            .isEqualTo("company=Harbor Street Bakery");
      }
    } finally {
      deployer.undeploy(CONTEXT);
    }
  }
}
