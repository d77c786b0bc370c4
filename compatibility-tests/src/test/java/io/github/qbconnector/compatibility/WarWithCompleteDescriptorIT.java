package io.github.qbconnector.compatibility;

import io.github.qbconnector.compatibility.app.CompanyServlet;
import io.github.qbconnector.compatibility.support.GridRow;
import io.github.qbconnector.compatibility.support.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR whose web.xml says everything: the server looks for no annotations and no fragments. */
@GridRow("web.xml says metadata-complete")
class WarWithCompleteDescriptorIT extends DropInPromises {
  private static final String CONTEXT = "complete-descriptor";

  WarWithCompleteDescriptorIT() {
    super(CONTEXT);
  }

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.connected(CONTEXT)
        .addClasses(CompanyServlet.class, CompanyServlet.Marker.class)
        .setWebXML("wars/metadata-complete.xml");
  }
}
