package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR in whose classes nobody looks for beans. */
@GridRow("bean-discovery-mode is none")
class WarWithoutBeanDiscoveryIT extends DropInPromises {
  private static final String CONTEXT = "without-bean-discovery";

  WarWithoutBeanDiscoveryIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class)
        .addAsWebInfResource(
            new StringAsset(
                "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"3.0\""
                    + " bean-discovery-mode=\"none\"/>"),
            "beans.xml")
        .setWebXML("wars/basic-login.xml");
  }
}
