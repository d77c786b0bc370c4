package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.AttemptServlet;
import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.ear.Ledger;
import io.github.qbconnector.compatibility.app.ear.LedgerServlet;
import io.github.qbconnector.compatibility.support.ConnectJourney;
import io.github.qbconnector.compatibility.support.Ears;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Wars;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Our jars and the keys in an EAR's lib, a WAR without any jars, enterprise beans beside it. */
@GridRow("EAR: jars and keys in its lib, skinny WAR, enterprise beans in a jar")
class EarWithSkinnyWarIT extends EarLibPromises {
  private static final String CONTEXT = "skinny-war";

  EarWithSkinnyWarIT() {
    super(CONTEXT);
  }

  @Deployment(name = EAR, managed = false, testable = false)
  static EnterpriseArchive ear() {
    WebArchive war =
        Wars.plain(CONTEXT)
            .addClasses(CompanyServlet.class, CompanyServlet.Marker.class)
            .addClasses(AttemptServlet.class, LedgerServlet.class)
            .addAsWebInfResource("wars/beans.xml", "beans.xml")
            .setWebXML("wars/basic-login.xml");
    return Ears.connected(
            "skinny", List.of(war), List.of(Ears.enterpriseBeans("ledger", Ledger.class)))
        .addAsLibraries(Ears.configuration(Wars.usual(CONTEXT)));
  }

  @Test
  void anEnterpriseBeanInAJarOfItsOwnSeesTheCallersConnection() {
    assertThat(new ConnectJourney(loggedIn("alice")).from("/gated/ledger", BAKERY).body())
        .isEqualTo("ledger of Harbor Street Bakery");
  }
}
