package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.served.FolderServlet;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A WAR with a servlet for everything below {@code /quickbooks}. */
@GridRow("a servlet of its own on /quickbooks/*")
class WarThatServesQuickBooksIT extends DropInPromises {
  private static final String CONTEXT = "serves-quickbooks";

  WarThatServesQuickBooksIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class, FolderServlet.class)
        .setWebXML("wars/basic-login.xml");
  }

  @Test
  void allButTheConnectorsEndpointsStaysTheApplications() {
    assertThat(loggedIn("bob").open("/quickbooks/customers/7").body())
        .isEqualTo("the application's /customers/7");
    assertThat(loggedIn("bob").open("/quickbooks/connect/again").body())
        .isEqualTo("the application's /connect/again");
  }
}
