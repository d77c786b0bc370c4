package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A gate before all routes does not shut out the way to connect. */
@GridRow("the gate before /*")
@OnServer
class GateOnEverythingIT {
  private static final String CONTEXT = "gate-on-everything";

  private final Browser nobody = Browser.of(TestServer.url(CONTEXT));

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.configured(CONTEXT, Map.of("quickbooks.gate.url-patterns", "/*"))
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class, HeaderLoginFilter.class)
        .addAsWebResource(new StringAsset("welcome"), "welcome.txt");
  }

  @Test
  void allIsClosedButTheConnectorsOwnEndpoints() {
    Browser carla = nobody.knownToTheApplication("carla");

    assertThat(carla.open("/welcome.txt").statusCode()).isEqualTo(303);
    assertThat(carla.open("/nowhere").statusCode()).isEqualTo(303);
    assertThat(carla.open("/quickbooks/connect").statusCode()).isEqualTo(200);
    assertThat(carla.fetch("/quickbooks/status").statusCode()).isEqualTo(200);
    assertThat(carla.open("/quickbooks/style.css").statusCode()).isEqualTo(200);
    assertThat(carla.open("/quickbooks/script.js").statusCode()).isEqualTo(200);
  }

  @Test
  void connectingOpensEverything() {
    Browser dora = nobody.knownToTheApplication("dora");

    assertThat(new ConnectJourney(dora).from("/gated/company", DropInPromises.BAKERY).body())
        .isEqualTo("company=Harbor Street Bakery");
    assertThat(dora.open("/welcome.txt").body()).isEqualTo("welcome");
  }
}
