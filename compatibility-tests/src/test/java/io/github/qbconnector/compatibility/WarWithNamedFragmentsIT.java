package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR whose web.xml names the fragments it wants, ours among them. */
@GridRow("web.xml has an absolute-ordering that names us")
class WarWithNamedFragmentsIT extends DropInPromises {
  private static final String CONTEXT = "named-fragments";

  WarWithNamedFragmentsIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class)
        .setWebXML("wars/named-fragments.xml");
  }
}
