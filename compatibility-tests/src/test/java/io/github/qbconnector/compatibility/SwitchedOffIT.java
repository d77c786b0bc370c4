package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.AttemptServlet;
import io.github.qbconnector.compatibility.app.desktop.DesktopAttempt;
import io.github.qbconnector.compatibility.app.desktop.DesktopAttemptServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** With {@code quickbooks.enabled=false} and nothing else the WAR deploys as before. */
@OnServer
class SwitchedOffIT {
  private static final String CONTEXT = "switched-off";

  private final Browser nobody = Browser.of(TestServer.url(CONTEXT));

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.withOnly(
            CONTEXT,
            Map.of("quickbooks.enabled", "false", "quickbooks.gate.url-patterns", "/gated/*"))
        .addClasses(AttemptServlet.class, DesktopAttemptServlet.class, DesktopAttempt.class)
        .addAsWebInfResource("wars/beans.xml", "beans.xml");
  }

  @Test
  void theGateLetsEverybodyPassAndCallsAreRefused() {
    assertThat(nobody.open("/gated/attempt").body()).isEqualTo("NotConnectedException QBC0106");
  }

  @Test
  void connectorsThatNobodyConfiguredAreInjectedAndRefuseCallsToo() {
    assertThat(nobody.open("/gated/desktop-attempt").body())
        .isEqualTo(
            "desktop is DESKTOP; NotConnectedException QBC0106; NotConnectedException QBC0106");
  }

  @Test
  void theEndpointsAreNotThere() {
    assertThat(nobody.open("/quickbooks/connect").statusCode()).isEqualTo(404);
  }
}
