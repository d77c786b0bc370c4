package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.AttemptServlet;
import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.app.ear.OfficeServlet;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.Ears;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.TestServer;
import io.github.qbconnector.compatibility.support.Wars;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Our jars and the keys in an EAR's lib: one connector, which two WARs use. */
@GridRow("EAR: two WARs share the jars and keys in its lib")
class EarWithSharedJarsIT extends EarLibPromises {
  private static final String MAIN = "sharing-main";
  private static final String BESIDE = "sharing-beside";

  private final Browser beside = Browser.of(TestServer.url(BESIDE));

  EarWithSharedJarsIT() {
    super(MAIN);
  }

  @Override
  Browser loggedIn(String user) {
    return anybody().knownToTheApplication(user);
  }

  @Deployment(name = EAR, managed = false, testable = false)
  static EnterpriseArchive ear() {
    return Ears.connected("sharing", List.of(main(), beside()), List.of())
        .addAsLibraries(Ears.configuration(Wars.usual(MAIN)));
  }

  private static WebArchive main() {
    return Wars.plain(MAIN)
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class)
        .addClasses(AttemptServlet.class, HeaderLoginFilter.class)
        .addAsWebInfResource("wars/beans.xml", "beans.xml");
  }

  private static WebArchive beside() {
    return Wars.plain(BESIDE)
        .addClasses(OfficeServlet.class, HeaderLoginFilter.class)
        .addAsWebInfResource("wars/beans.xml", "beans.xml");
  }

  @Test
  void whoeverConnectsInOneWarIsConnectedInTheOther() {
    assertThat(new ConnectJourney(loggedIn("dora")).from(GATED, BAKERY).statusCode())
        .isEqualTo(200);

    assertThat(beside.knownToTheApplication("dora").open(GATED).body())
        .isEqualTo("office of Harbor Street Bakery");
  }

  @Test
  void connectingIsAtThePublicUrlWhicheverWarIsAsked() {
    assertThat(ConnectJourney.location(beside.knownToTheApplication("bob").open(GATED)))
        .startsWith("/" + MAIN + "/quickbooks/connect");
  }
}
