package io.github.qbconnector.compatibility.app;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** Does at the end of a WAR what TomEE forgets: its configuration keeps the class loader. */
@WebListener
public class ConfigurationReleaser implements ServletContextListener {

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    ConfigProviderResolver resolver = ConfigProviderResolver.instance();
    resolver.releaseConfig(resolver.getConfig(event.getServletContext().getClassLoader()));
  }
}
