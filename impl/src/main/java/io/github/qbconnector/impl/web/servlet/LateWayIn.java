package io.github.qbconnector.impl.web.servlet;

import io.github.qbconnector.servlet.GateInitializer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Comes in by CDI where a server skips the initializers of our jars, as the specification has it
 * for an {@code <absolute-ordering>} that does not name them. Where the server lets nobody in at
 * this time, operations are told what to name.
 */
public class LateWayIn implements Extension {

  void comeIn(
      @Observes @Initialized(ApplicationScoped.class) ServletContext context, BeanManager beans) {
    if (!isOurs() || areIn(context)) {
      return;
    }
    try {
      if (isBeforeWebXml(context)) {
        context.addListener(new LastLook());
        context.addListener(new WarEnded.Teller(beans));
        return;
      }
      new GateInitializer().onStartup(null, context);
      new EndpointsInitializer().onStartup(null, context);
    } catch (IllegalStateException | UnsupportedOperationException e) {
      tellSkipped(context);
    }
  }

  /** TomEE starts the beans of a WAR in an EAR first; initializers have their turn later. */
  private static boolean isBeforeWebXml(ServletContext context) {
    return context.getServerInfo().startsWith("Apache Tomcat")
        && context.getServletRegistrations().isEmpty();
  }

  private static boolean areIn(ServletContext context) {
    return GateInitializer.wasIn(context) && EndpointsInitializer.wasIn(context);
  }

  private static void tellSkipped(ServletContext context) {
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

  /** Tells who was skipped after all, when it is too late to come in. */
  private static final class LastLook implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
      if (!areIn(event.getServletContext())) {
        tellSkipped(event.getServletContext());
      }
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
