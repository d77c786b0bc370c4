package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.Databases;
import io.github.qbconnector.compatibility.app.desktop.CompanyFileServlet;
import io.github.qbconnector.compatibility.app.desktop.StoredLinkServlet;
import io.github.qbconnector.compatibility.app.filters.EncodingFilter;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.Desktops;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.LinkJourney;
import io.github.qbconnector.compatibility.support.OnServer;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import io.github.qbconnector.simulator.conductor.AuthSession;
import io.github.qbconnector.simulator.conductor.EndUser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * A WAR without JAX-RS whose only product is QuickBooks Desktop: a login of the container's, the
 * store in the database, forms in an encoding of the past, and links that strangers are sent.
 */
@GridRow("QuickBooks Desktop only")
@OnServer
class DesktopOnlyIT {
  private static final String CONTEXT = "desktop-only";
  private static final URI APPLICATION = TestServer.url(CONTEXT);
  private static final String GATED = DropInPromises.GATED;

  @Deployment(testable = false)
  static WebArchive war() {
    Map<String, String> keys = new HashMap<>(Wars.jdbcStore());
    keys.putAll(Desktops.keys("quickbooks."));
    keys.put("quickbooks.owner", "principal");
    keys.put("quickbooks.web.public-url", APPLICATION.toString());
    keys.put("quickbooks.gate.url-patterns", "/gated/*");
    return Wars.withOnly(CONTEXT, keys)
        .addClasses(
            CompanyFileServlet.class,
            StoredLinkServlet.class,
            Databases.class,
            EncodingFilter.class)
        .setWebXML("wars/open-endpoints.xml");
  }

  @Test
  void theConnectPageIsBelowThePublicUrl() {
    HttpResponse<String> page = loggedIn("bob").open(GATED + "?month=11");
    HttpResponse<String> script = loggedIn("bob").fetch(GATED);

    assertThat(page.statusCode()).as(page.body()).isEqualTo(303);
    assertThat(ConnectJourney.location(page))
        .isEqualTo("/" + CONTEXT + "/quickbooks/connect?return=%2Fgated%2Fcompany%3Fmonth%3D11");
    assertThat(script.statusCode()).as(script.body()).isEqualTo(409);
    assertThat(script.body())
        .contains("\"connectUrl\":\"/" + CONTEXT + "/quickbooks/connect\"")
        .contains("\"state\":\"NOT_CONNECTED\"");
  }

  @Test
  void nobodyIsAskedToLogInFirst() {
    Browser nobody = Browser.of(APPLICATION);

    assertThat(nobody.open(GATED).statusCode()).isEqualTo(401);
    assertThat(nobody.open("/quickbooks/connect").statusCode()).isEqualTo(401);
    assertThat(nobody.fetch("/quickbooks/status").statusCode()).isEqualTo(401);
  }

  @Test
  void somebodyWithoutALoginConnectsTheOwnersMachineByAnInvitation() {
    Browser alice = loggedIn("alice");
    Browser nobody = Browser.of(APPLICATION);
    LinkJourney journey = new LinkJourney(alice);
    LinkJourney.Waiting waiting = journey.begin("/quickbooks/connect");

    assertThat(waiting.invitation()).startsWith(APPLICATION + "/quickbooks/connect?invitation=");
    assertThat(new LinkJourney(nobody).accept(waiting.invitation()).statusCode()).isEqualTo(200);
    journey.awaitConnected(waiting);
    assertThat(alice.open(GATED).body()).isEqualTo(Desktops.COMPANY);
    assertThat(nobody.open(GATED).statusCode()).as("an invitation is no login").isEqualTo(401);
    assertThat(nobody.open(waiting.invitation()).body()).as("used").doesNotContain("<form");
  }

  @Test
  void theLinkOfConductorIsSealedInTheDatabase() {
    Browser kim = loggedIn("kim");
    LinkJourney.Waiting waiting = new LinkJourney(kim).begin("/quickbooks/connect");
    AuthSession session = Desktops.conductor().sessions().list().get(0);

    String stored = kim.open("/stored-link?owner=kim").body();

    assertThat(stored)
        .containsPattern("\"linkUrl\":\"v1\\.[^\"]+\"")
        .doesNotContain(session.clientSecret())
        .doesNotContain("/connect/qbd");
    assertThat(waiting.invitation()).doesNotContain(session.clientSecret());
  }

  @Test
  void theNameOfACompanyIsReadAsItWasWrittenWhateverTheApplicationsEncoding() {
    String company = "Smørrebrød & Søn Šibenik 東京";

    new LinkJourney(loggedIn("carla")).begin("/quickbooks/connect", Map.of("company", company));

    assertThat(Desktops.conductor().endUsers().list())
        .extracting(EndUser::companyName)
        .contains(company);
  }

  @Test
  void anInvitationThatWasForgedLeadsNowhere() {
    HttpResponse<String> page =
        Browser.of(APPLICATION).open("/quickbooks/connect?invitation=forged");

    assertThat(page.statusCode()).as(page.body()).isEqualTo(404);
    assertThat(page.body()).doesNotContain("<form");
  }

  private static Browser loggedIn(String user) {
    return Browser.of(APPLICATION).knownToTheContainer(user);
  }
}
