package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.impl.config.ConnectorSettings;
import io.github.qbconnector.impl.config.IntuitEnvironment;
import io.github.qbconnector.impl.config.Settings;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one line at start that tells operators what is active and what is missing. */
final class StartReport {
  private StartReport() {}

  /**
   * What was found around the connector.
   *
   * @param ownStore whether the application brings a store
   */
  record Found(
      boolean faultTolerance,
      boolean managedExecutor,
      boolean managedThreads,
      boolean scheduledExecutor,
      boolean ownStore) {}

  static String of(Settings settings, Found around, RequiredConnectors required) {
    return "QBC0000: QuickBooks Connector: "
        + settings.connectors().values().stream()
            .map(connector -> connector(connector, required.classes(connector.name())))
            .collect(Collectors.joining("; "))
        + "; owner "
        + settings.owner()
        + "; store "
        + store(settings, around)
        + "; endpoints "
        + (settings.web().enabled() ? "on" : "off")
        + "; Fault Tolerance "
        + (around.faultTolerance()
            ? "on"
            : "OFF: calls are neither repeated nor guarded; enable MicroProfile Fault Tolerance"
                + " on the server")
        + (around.managedExecutor() ? "" : "; no managed executor: " + instead(around))
        + (around.managedThreads() || !settings.store().isJdbc()
            ? ""
            : "; no managed threads: the store works on callers' threads, so its DataSource needs"
                + " more connections than its callers hold")
        + (around.scheduledExecutor()
            ? ""
            : "; no scheduled executor: idle connections are kept alive only while the application"
                + " is used");
  }

  private static String instead(Found around) {
    return around.faultTolerance()
        ? "background work goes through Fault Tolerance"
        : "requests do the background work themselves";
  }

  private static String store(Settings settings, Found around) {
    if (around.ownStore()) {
      return "the application's own";
    }
    return settings.store().isJdbc() ? "jdbc " + settings.store().dataSource() : "memory";
  }

  /** What is allowed, and wrong all the same. */
  static Optional<String> warning(Settings settings, Found around) {
    boolean isForgetful = !settings.store().isJdbc() && !around.ownStore();
    boolean isReal = settings.connectors().values().stream().anyMatch(StartReport::isReal);
    return isForgetful && isReal
        ? Optional.of(
            "QBC0305: connections to real companies are kept in memory: every restart loses all of"
                + " them, and a second node knows none of them. Set quickbooks.store=jdbc, with"
                + " quickbooks.store.data-source and quickbooks.store.encryption-keys.")
        : Optional.empty();
  }

  private static boolean isReal(ConnectorSettings connector) {
    return connector.online() == null
        ? connector.desktop() != null && connector.desktop().isReal()
        : connector.online().environment() == IntuitEnvironment.PRODUCTION;
  }

  private static String connector(ConnectorSettings connector, int annotated) {
    return connector.name()
        + " is "
        + connector.product()
        + (connector.online() == null ? "" : " " + connector.online().environment())
        + (connector.desktop() == null || connector.desktop().isReal() ? "" : " CUSTOM")
        + ", gate "
        + connector.gate().mode()
        + " on "
        + (connector.gate().urlPatterns().isEmpty()
            ? "no URL pattern"
            : connector.gate().urlPatterns())
        + (annotated == 0 ? "" : " and by @RequiresQuickBooks, classes: " + annotated);
  }
}
