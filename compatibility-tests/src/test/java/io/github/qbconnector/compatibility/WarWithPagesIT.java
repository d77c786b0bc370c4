package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A WAR of JSP pages that are made of others, without JAX-RS. */
@GridRow("JSP pages that include and forward")
class WarWithPagesIT extends DropInPromises {
  private static final String CONTEXT = "with-pages";
  private static final String REPORT = "/gated/report.jsp";

  WarWithPagesIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class)
        .addAsWebResource("wars/pages/report.jsp", "gated/report.jsp")
        .addAsWebResource("wars/pages/old-report.jsp", "gated/old-report.jsp")
        .addAsWebResource("wars/pages/header.jsp", "parts/header.jsp")
        .addAsWebResource("wars/pages/footer.jsp", "gated/parts/footer.jsp")
        .setWebXML("wars/basic-login.xml");
  }

  @Test
  void aPageBehindTheGateIsMadeOfPartsOnBothSidesOfIt() {
    HttpResponse<String> page = new ConnectJourney(loggedIn("carla")).from(REPORT, BAKERY);

    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body())
        .contains("the header of carla")
        .contains("company=Harbor Street Bakery")
        .contains("the footer");
  }

  @Test
  void aPageThatForwardsIsComeBackTo() {
    HttpResponse<String> page =
        new ConnectJourney(loggedIn("david")).from("/gated/old-report.jsp?month=11", BAKERY);

    assertThat(page.uri().toString()).endsWith("/gated/old-report.jsp?month=11");
    assertThat(page.body()).contains("company=Harbor Street Bakery");
  }

  @Test
  void aConnectionThatEndsInTheMiddleOfAPageTakesNothingOfItAlong() {
    Browser erika = loggedIn("erika");
    assertThat(new ConnectJourney(erika).from(REPORT, PLUMBING).statusCode()).isEqualTo(200);
    TestServer.simulator().intuit().grants().revoke(PLUMBING);

    HttpResponse<String> answer = erika.open(REPORT);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(ConnectJourney.location(answer))
        .isEqualTo("/" + CONTEXT + "/quickbooks/connect?return=%2Fgated%2Freport.jsp");
    assertThat(answer.body()).isEmpty();
  }
}
