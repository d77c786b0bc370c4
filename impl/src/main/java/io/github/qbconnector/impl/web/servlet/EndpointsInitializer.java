package io.github.qbconnector.impl.web.servlet;

import io.github.qbconnector.gate.GateDoor;
import io.github.qbconnector.impl.web.Endpoints;
import io.github.qbconnector.servlet.ConnectorBean;
import io.github.qbconnector.servlet.EndpointPaths;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Registers the endpoints in any shape of WAR. An application that serves one of their paths itself
 * keeps it and is told.
 */
public final class EndpointsInitializer implements ServletContainerInitializer {
  private static final String WAS_HERE = EndpointsInitializer.class.getName();

  static boolean wasIn(ServletContext context) {
    return context.getAttribute(WAS_HERE) != null;
  }

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    if (wasIn(context)) {
      return;
    }
    context.setAttribute(WAS_HERE, true);
    Config config = ConfigProvider.getConfig();
    if (!flag(config, "quickbooks.enabled", true)
        || !flag(config, "quickbooks.web.enabled", true)) {
      return;
    }
    EndpointsServlet servlet = new EndpointsServlet(new ConnectorBean<>(Endpoints.class, context));
    ServletRegistration.Dynamic registration = context.addServlet("quickbooks-connector", servlet);
    if (registration == null) {
      return;
    }
    registration.setAsyncSupported(true);
    String[] paths = EndpointPaths.all().toArray(String[]::new);
    Set<String> taken = registration.addMapping(paths);
    if (taken.isEmpty() && flag(config, "quickbooks.web.before-filters", false)) {
      putFirst(context, servlet, paths);
    }
    if (!taken.isEmpty()) {
      System.getLogger("io.github.qbconnector")
          .log(
              System.Logger.Level.WARNING,
              "QBC0601: the application serves {0} itself and keeps it, so the connector''s"
                  + " endpoints are not there. Move the application''s own, or set"
                  + " quickbooks.web.enabled=false and serve the connector''s JAX-RS sub-resource"
                  + " at another path.",
              taken);
    }
  }

  private static void putFirst(ServletContext context, EndpointsServlet servlet, String[] paths) {
    FilterRegistration.Dynamic first =
        context.addFilter(
            "quickbooks-connector-first",
            new EndpointsFirst(servlet, new ConnectorBean<>(GateDoor.class, context)));
    if (first != null) {
      first.setAsyncSupported(true);
      first.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, paths);
    }
  }

  private static boolean flag(Config config, String key, boolean otherwise) {
    return config.getOptionalValue(key, Boolean.class).orElse(otherwise);
  }
}
