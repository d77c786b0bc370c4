package io.github.qbconnector.impl.web;

import io.github.qbconnector.impl.config.WebSettings;
import io.github.qbconnector.spi.ConnectPolicy;

/** Who may connect and disconnect: the configured roles and the application's policy, both. */
final class Permissions {
  private final WebSettings settings;
  private final ConnectPolicy policy;

  Permissions(WebSettings settings, ConnectPolicy policy) {
    this.settings = settings;
    this.policy = policy;
  }

  boolean allow(WebRequest request, ConnectPolicy.Action action, String connector, String owner) {
    return request.callerName() != null
        && (settings.roles().isEmpty()
            || settings.roles().stream().anyMatch(request::isCallerInRole))
        && policy.allows(action, connector, owner);
  }
}
