package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.rest.HelloResource;
import io.github.qbconnector.compatibility.app.rest.ListedApplication;
import io.github.qbconnector.compatibility.app.rest.StatusResource;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR whose JAX-RS application lists its resources. */
@GridRow("its JAX-RS Application lists its classes")
class WarWithListedRestIT extends OwnRestPromises {
  private static final String CONTEXT = "listed-rest";
  private static final String CONTROL = "listed-rest-control";

  WarWithListedRestIT() {
    super(CONTEXT, CONTROL, "/listed");
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return withRest(Wars.connected(CONTEXT))
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class);
  }

  @Deployment(name = "control", testable = false)
  static WebArchive control() {
    return withRest(Wars.plain(CONTROL));
  }

  private static WebArchive withRest(WebArchive war) {
    return war.addClasses(ListedApplication.class, HelloResource.class, StatusResource.class)
        .setWebXML("wars/basic-login.xml");
  }
}
