package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR of servlets only, without beans.xml. */
@GridRow("servlets only, no JAX-RS, no beans.xml")
class WarWithoutRestIT extends DropInPromises {
  private static final String CONTEXT = "without-rest";

  WarWithoutRestIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class)
        .setWebXML("wars/basic-login.xml");
  }
}
