package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.app.own.ConnectionDiary;
import io.github.qbconnector.compatibility.app.own.DiaryServlet;
import io.github.qbconnector.compatibility.app.own.OwnOwner;
import io.github.qbconnector.compatibility.app.own.OwnPages;
import io.github.qbconnector.compatibility.app.own.OwnPolicy;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Beans of the application take the place of the connector's defaults. */
@OnServer
class OwnPartsIT {
  private static final String CONTEXT = "own-parts";

  private final Browser nobody = Browser.of(TestServer.url(CONTEXT));

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(
            CompanyServlet.class,
            CompanyServlet.Marker.class,
            HeaderLoginFilter.class,
            OwnPages.class,
            OwnPolicy.class,
            OwnOwner.class,
            ConnectionDiary.class,
            DiaryServlet.class);
  }

  @Test
  void theApplicationsLookOwnerAndObserversAreInForce() {
    Browser ada = nobody.knownToTheApplication("ada");

    assertThat(ada.open("/quickbooks/connect").body()).contains("own look: connect");
    assertThat(new ConnectJourney(ada).from("/gated/company", DropInPromises.BAKERY).body())
        .isEqualTo("company=Harbor Street Bakery");
    assertThat(ada.open("/diary").body())
        .contains("tenant-of-ada connected " + DropInPromises.BAKERY);
  }

  @Test
  void thePolicySaysWhoMayConnect() {
    HttpResponse<String> page = nobody.knownToTheApplication("eve").open("/quickbooks/connect");

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("own look: connect").doesNotContain("<form");
  }

  @Test
  void theOwnLookKeepsTheConnectorsHeaders() {
    HttpResponse<String> page = nobody.knownToTheApplication("ada").open("/quickbooks/connect");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors 'none'");
  }

  @Test
  void theStartLineSaysThatFaultToleranceIsAtWork() throws Exception {
    assertThat(java.nio.file.Files.readString(TestServer.log()))
        .contains("QBC0000: QuickBooks Connector: default is ONLINE CUSTOM")
        .contains("Fault Tolerance on")
        .doesNotContain("Fault Tolerance OFF");
  }
}
