package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.impl.config.ConnectorSettings;
import io.github.qbconnector.impl.config.Settings;
import java.util.stream.Collectors;

/** The one line at start that tells operators what is active and what is missing. */
final class StartReport {
  private StartReport() {}

  static String of(Settings settings, Surrounding around) {
    return "QBC0000: QuickBooks Connector: "
        + settings.connectors().values().stream()
            .map(StartReport::connector)
            .collect(Collectors.joining("; "))
        + "; owner "
        + settings.owner()
        + "; store "
        + (settings.store().isJdbc() ? "jdbc " + settings.store().dataSource() : "memory")
        + "; endpoints "
        + (settings.web().enabled() ? "on" : "off")
        + "; Fault Tolerance "
        + (around.isFaultToleranceAtWork()
            ? "on"
            : "OFF: calls are neither repeated nor guarded; enable MicroProfile Fault Tolerance"
                + " on the server")
        + (around.hasManagedExecutor()
            ? ""
            : "; no managed executor: background work goes through Fault Tolerance");
  }

  private static String connector(ConnectorSettings connector) {
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
            : connector.gate().urlPatterns());
  }
}
