package io.github.qbconnector.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.ear.Prices;
import io.github.qbconnector.compatibility.app.ear.PricesServlet;
import io.github.qbconnector.compatibility.support.Ears;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Wars;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The WAR brings our jars and the keys; an EAR is around it, with beans that know neither. */
@GridRow("EAR: jars and keys in its WAR, enterprise beans in a jar")
class EarWithConfiguredWarIT extends DropInPromises {
  private static final String CONTEXT = "war-in-ear";

  EarWithConfiguredWarIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static EnterpriseArchive ear() {
    WebArchive war =
        Wars.connected(CONTEXT)
            .addClasses(CompanyServlet.class, CompanyServlet.Marker.class, PricesServlet.class)
            .setWebXML("wars/basic-login.xml");
    return Ears.plain(
        "around-a-war", List.of(war), List.of(Ears.enterpriseBeans("prices", Prices.class)));
  }

  @Test
  void theEnterpriseBeansBesideItAreAsTheyWere() {
    assertThat(anybody().open("/prices").body()).isEqualTo("rye bread 12.50");
  }
}
