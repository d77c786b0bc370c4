package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.faces.Invoices;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.FacesPage;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A WAR of Faces pages that update parts of themselves. */
@GridRow("Faces with partial requests")
class WarWithFacesIT extends DropInPromises {
  private static final String CONTEXT = "with-faces";
  private static final String PAGE = "/gated/invoices.xhtml";
  private static final String TO_CONNECT_AND_BACK =
      "<redirect url=\"/"
          + CONTEXT
          + "/quickbooks/connect?return=%2Fgated%2Finvoices.xhtml\"></redirect>";

  WarWithFacesIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class, Invoices.class)
        .addAsWebResource("wars/pages/invoices.xhtml", "gated/invoices.xhtml")
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .setWebXML("wars/faces.xml");
  }

  @Test
  void aPartOfAPageIsUpdatedWithDataFromQuickBooks() {
    HttpResponse<String> update = connected("carla", BAKERY).update("form", "load", "company");

    assertThat(update.statusCode()).as(update.body()).isEqualTo(200);
    assertThat(update.body()).contains("<update id=\"form:company\"").contains("Harbor Street");
  }

  @Test
  void aPartialRequestThatMeetsALostConnectionTakesThePageToConnectAndBack() {
    FacesPage page = connected("david", PLUMBING);
    TestServer.simulator().intuit().grants().revoke(PLUMBING);
    assertThat(page.browser().open(GATED).statusCode()).isEqualTo(303);

    HttpResponse<String> update = page.update("form", "load", "company");

    assertThat(update.statusCode()).as(update.body()).isEqualTo(200);
    assertThat(update.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
    assertThat(update.body()).contains("<partial-response").contains(TO_CONNECT_AND_BACK);
  }

  @Test
  void aConnectionThatEndsWhileAPartIsMadeIsToldToThePageAtTheLatestByTheNextRequest() {
    FacesPage page = connected("erika", PLUMBING);
    TestServer.simulator().intuit().grants().revoke(PLUMBING);

    HttpResponse<String> first = page.update("form", "load", "company");
    HttpResponse<String> second = page.update("form", "load", "company");

    // Faces implementations make an <error> of what a bean throws, which the page's script shows.
    assertThat(first.body()).contains("<partial-response").containsAnyOf("<error>", "<redirect ");
    assertThat(second.body()).contains(TO_CONNECT_AND_BACK);
  }

  @Test
  void aWholePageThatLosesItsConnectionLeadsToConnectAndIsNotRepeated() {
    FacesPage page = connected("frank", PLUMBING);
    TestServer.simulator().intuit().grants().revoke(PLUMBING);

    HttpResponse<String> answer = page.submit("form", "load");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(ConnectJourney.location(answer)).isEqualTo("/" + CONTEXT + "/quickbooks/connect");
  }

  private FacesPage connected(String user, String realm) {
    Browser browser = loggedIn(user);
    return FacesPage.of(browser, PAGE, new ConnectJourney(browser).from(PAGE, realm));
  }
}
