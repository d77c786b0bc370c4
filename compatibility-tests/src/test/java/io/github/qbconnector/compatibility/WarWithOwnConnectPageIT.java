package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.app.QuickBooksRoot;
import io.github.qbconnector.compatibility.app.rest.RestApplication;
import io.github.qbconnector.compatibility.app.served.OwnConnectServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridCells;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.ServerLog;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** One path cannot be two pages': the application keeps its own, and operations are told. */
@GridRow("a page of its own at /quickbooks/connect")
@OnServer
class WarWithOwnConnectPageIT {
  private static final String CONTEXT = "own-connect-page";
  private static final String REMEDIED = "own-connect-page-remedied";

  @SuppressWarnings("NullAway.Init") // Arquillian sees to it
  @ArquillianResource
  private Deployer deployer;

  @Deployment(name = CONTEXT, managed = false, testable = false)
  static WebArchive war() {
    return application(Wars.connected(CONTEXT));
  }

  @Deployment(name = REMEDIED, testable = false)
  static WebArchive remedied() {
    String application = TestServer.url(REMEDIED).toString();
    return application(
            Wars.configured(
                REMEDIED,
                Map.of(
                    "quickbooks.web.enabled",
                    "false",
                    "quickbooks.web.public-url",
                    application,
                    "quickbooks.online.redirect-uri",
                    application + "/api/quickbooks/callback")))
        .addClasses(RestApplication.class, QuickBooksRoot.class);
  }

  private static WebArchive application(WebArchive war) {
    return war.addClasses(
        OwnConnectServlet.class,
        CompanyServlet.class,
        CompanyServlet.Marker.class,
        HeaderLoginFilter.class);
  }

  @Test
  void theApplicationKeepsItsPageTheGateStandsAndOperationsAreToldTheRemedy() {
    ServerLog log = ServerLog.fromNow();
    deployer.deploy(CONTEXT);
    try {
      Browser bob = Browser.of(TestServer.url(CONTEXT)).knownToTheApplication("bob");

      assertThat(log.text())
          .containsOnlyOnce("QBC0601")
          .contains("/quickbooks/connect")
          .contains("quickbooks.web.enabled=false");
      assertThat(bob.open("/quickbooks/connect").body()).isEqualTo("how the application connects");
      assertThat(bob.fetch("/gated/company").statusCode()).isEqualTo(409);
      GridCells.explain(
          getClass(), "QBC0601: the application keeps its page; the sub-resource elsewhere serves");
    } finally {
      deployer.undeploy(CONTEXT);
    }
  }

  @Test
  void withTheSubResourceAtAnotherPathBothArePages() {
    Browser bob = Browser.of(TestServer.url(REMEDIED)).knownToTheApplication("bob");

    assertThat(new ConnectJourney(bob).from("/gated/company", DropInPromises.BAKERY).body())
        .isEqualTo("company=Harbor Street Bakery");
    assertThat(bob.open("/quickbooks/connect").body()).isEqualTo("how the application connects");
  }
}
