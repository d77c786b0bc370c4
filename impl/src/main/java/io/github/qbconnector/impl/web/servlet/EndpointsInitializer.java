package io.github.qbconnector.impl.web.servlet;

import io.github.qbconnector.impl.web.Endpoints;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Registers the endpoints in any shape of WAR. An application that serves the path itself keeps it
 * and is told.
 */
public final class EndpointsInitializer implements ServletContainerInitializer {
  private static final String PATTERN = "/quickbooks/*";

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    Config config = ConfigProvider.getConfig();
    if (!isOn(config, "quickbooks.enabled") || !isOn(config, "quickbooks.web.enabled")) {
      return;
    }
    EndpointsServlet servlet =
        new EndpointsServlet(() -> CDI.current().select(Endpoints.class).get());
    ServletRegistration.Dynamic registration = context.addServlet("quickbooks-connector", servlet);
    if (registration == null) {
      return;
    }
    registration.setAsyncSupported(true);
    if (!registration.addMapping(PATTERN).isEmpty()) {
      System.getLogger("io.github.qbconnector")
          .log(
              System.Logger.Level.WARNING,
              "QBC0601: the application serves {0} itself, so the connector''s endpoints are not"
                  + " there. Move the application''s own, or set quickbooks.web.enabled=false and"
                  + " serve the connector''s JAX-RS sub-resource.",
              PATTERN);
    }
  }

  private static boolean isOn(Config config, String key) {
    return config.getOptionalValue(key, Boolean.class).orElse(true);
  }
}
