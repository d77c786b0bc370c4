package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.rest.HelloResource;
import io.github.qbconnector.compatibility.app.rest.StatusResource;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR that maps its JAX-RS in web.xml, without an Application class. */
@GridRow("JAX-RS mapped in web.xml")
class WarWithMappedRestIT extends OwnRestPromises {
  private static final String CONTEXT = "mapped-rest";
  private static final String CONTROL = "mapped-rest-control";

  WarWithMappedRestIT() {
    super(CONTEXT, CONTROL, "/rest");
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
    return war.addClasses(HelloResource.class, StatusResource.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .setWebXML("wars/mapped-rest.xml");
  }
}
