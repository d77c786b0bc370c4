package io.github.qbconnector.impl.web.servlet;

import io.github.qbconnector.servlet.GateInitializer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.servlet.ServletContext;

/**
 * Comes in by CDI where a server skips the initializers of our jars, as the specification has it
 * for an {@code <absolute-ordering>} that does not name them. Where the server lets nobody in at
 * this time, operations are told what to name.
 */
public class LateWayIn implements Extension {

  void comeIn(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
    if (!isOurs() || (GateInitializer.wasIn(context) && EndpointsInitializer.wasIn(context))) {
      return;
    }
    try {
      new GateInitializer().onStartup(null, context);
      new EndpointsInitializer().onStartup(null, context);
    } catch (IllegalStateException | UnsupportedOperationException e) {
      System.getLogger("io.github.qbconnector")
          .log(
              System.Logger.Level.ERROR,
              "QBC0602: the server has skipped the connector''s jars, so there is no gate in {0},"
                  + " and no endpoints. Where web.xml has <absolute-ordering>, add"
                  + " <name>quickbooks_connector</name> and"
                  + " <name>quickbooks_connector_servlet_filter</name> to it; in an EAR, keep the"
                  + " connector''s jars in the WAR''s WEB-INF/lib.",
              context.getContextPath());
    }
  }

  /** Whether the WAR that begins here is one that has this jar; in an EAR there are others. */
  private static boolean isOurs() {
    try {
      ClassLoader beginning = Thread.currentThread().getContextClassLoader();
      return Class.forName(LateWayIn.class.getName(), false, beginning) == LateWayIn.class;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
