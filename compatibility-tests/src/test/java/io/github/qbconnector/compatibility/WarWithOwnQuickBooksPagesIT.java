package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.served.ExportServlet;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Wars;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A WAR that has a folder of the connector's name: a page, a JSP and a servlet are in it. */
@GridRow("pages of its own below /quickbooks")
class WarWithOwnQuickBooksPagesIT extends DropInPromises {
  private static final String CONTEXT = "own-quickbooks-pages";

  WarWithOwnQuickBooksPagesIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.configured(
            CONTEXT, Map.of("quickbooks.gate.url-patterns", "/gated/*,/quickbooks/export"))
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class, ExportServlet.class)
        .addAsWebResource(new StringAsset("the application's help"), "quickbooks/help.txt")
        .addAsWebResource(
            new StringAsset("<%= \"the application's \" + 2009 %>"), "quickbooks/year.jsp")
        .setWebXML("wars/basic-login.xml");
  }

  @Test
  void theApplicationsPagesAnswerAsBefore() {
    assertThat(loggedIn("bob").open("/quickbooks/help.txt").body())
        .isEqualTo("the application's help");
    assertThat(loggedIn("bob").open("/quickbooks/year.jsp").body())
        .isEqualTo("the application's 2009");
    assertThat(loggedIn("bob").open("/quickbooks/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void aPageOfTheApplicationsThereCanBePutBehindTheGate() {
    assertThat(loggedIn("bob").open("/quickbooks/export").statusCode()).isEqualTo(303);
    assertThat(loggedIn("bob").fetch("/quickbooks/export").statusCode()).isEqualTo(409);
  }
}
