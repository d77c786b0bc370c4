package io.github.qbconnector.simulator.servlet;

import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/** Whether this server may simulate: somebody must have said so in one of the usual places. */
final class EnabledSwitch {

  static final String KEY = "quickbooks.simulator.enabled";

  private static final String VARIABLE = "QUICKBOOKS_SIMULATOR_ENABLED";
  private static final Logger LOG = Logger.getLogger(EnabledSwitch.class.getName());

  private EnabledSwitch() {}

  static boolean isOn(ServletContext context) {
    return Boolean.getBoolean(KEY)
        || Boolean.parseBoolean(System.getenv(VARIABLE))
        || Boolean.parseBoolean(context.getInitParameter(KEY))
        || microProfile().orElse(false);
  }

  /** MicroProfile Config where the server has it; the API is no part of the WAR. */
  private static Optional<Boolean> microProfile() {
    try {
      return ConfigProvider.getConfig().getOptionalValue(KEY, Boolean.class);
    } catch (LinkageError | IllegalStateException e) {
      LOG.log(Level.FINE, "MicroProfile Config is not there", e);
      return Optional.empty();
    }
  }
}
