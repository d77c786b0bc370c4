package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.app.QuickBooksRoot;
import io.github.qbconnector.compatibility.app.rest.HelloResource;
import io.github.qbconnector.compatibility.app.rest.RestApplication;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * The endpoints as a sub-resource of the application's own JAX-RS: a JAX-RS resource takes the
 * callback.
 */
@OnServer
class RestSkinIT {
  private static final String CONTEXT = "rest-skin";

  private final Browser nobody = Browser.of(TestServer.url(CONTEXT));

  @Deployment(testable = false)
  static WebArchive war() {
    String application = TestServer.url(CONTEXT).toString();
    return Wars.configured(
            CONTEXT,
            Map.of(
                "quickbooks.web.enabled",
                "false",
                "quickbooks.web.public-url",
                application,
                "quickbooks.online.redirect-uri",
                application + "/api/quickbooks/callback",
                "quickbooks.gate.url-patterns",
                "/gated/*,/api/*"))
        .addClasses(
            RestApplication.class,
            HelloResource.class,
            QuickBooksRoot.class,
            CompanyServlet.class,
            CompanyServlet.Marker.class,
            HeaderLoginFilter.class);
  }

  @Test
  void theGateSendsToTheSubResource() {
    HttpResponse<String> answer = nobody.knownToTheApplication("greta").open("/gated/company");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(ConnectJourney.location(answer))
        .isEqualTo("/" + CONTEXT + "/api/quickbooks/connect?return=%2Fgated%2Fcompany");
  }

  @Test
  void aJaxRsResourceTakesTheCallback() {
    HttpResponse<String> page =
        new ConnectJourney(nobody.knownToTheApplication("henry"))
            .from("/gated/company", DropInPromises.BAKERY);

    assertThat(page.body()).isEqualTo("company=Harbor Street Bakery");
  }

  @Test
  void aGateBeforeAllResourcesLetsTheSubResourcePassAndNoOther() {
    Browser lena = nobody.knownToTheApplication("lena");

    assertThat(lena.open("/api/hello").statusCode()).isEqualTo(303);
    assertThat(lena.open("/api/quickbooks/connect").statusCode()).isEqualTo(200);
    assertThat(lena.open("/api/quickbooks/other").statusCode()).isEqualTo(303);
  }

  @Test
  void nobodyIsToldToLogIn() {
    assertThat(nobody.fetch("/api/quickbooks/status").statusCode()).isEqualTo(401);
  }

  @Test
  void theServletIsNotThere() {
    assertThat(nobody.knownToTheApplication("ida").open("/quickbooks/connect").statusCode())
        .isEqualTo(404);
  }
}
