package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import io.github.qbconnector.compatibility.app.rest.HelloResource;
import io.github.qbconnector.compatibility.app.rest.RestApplication;
import io.github.qbconnector.compatibility.app.rest.StatusResource;
import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A WAR without web.xml: annotated servlets and filters, a scanning JAX-RS application, and a login
 * of its own that the container knows nothing of.
 */
@GridRow("its JAX-RS Application scans")
class WarWithScannedRestIT extends OwnRestPromises {
  private static final String CONTEXT = "scanned-rest";
  private static final String CONTROL = "scanned-rest-control";

  WarWithScannedRestIT() {
    super(CONTEXT, CONTROL, "/api");
  }

  @Override
  Browser loggedIn(String user) {
    return anybody().knownToTheApplication(user);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return withRest(Wars.connected(CONTEXT))
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class, HeaderLoginFilter.class);
  }

  @Deployment(name = "control", testable = false)
  static WebArchive control() {
    return withRest(Wars.plain(CONTROL)).addClass(HeaderLoginFilter.class);
  }

  private static WebArchive withRest(WebArchive war) {
    return war.addClasses(RestApplication.class, HelloResource.class, StatusResource.class);
  }
}
