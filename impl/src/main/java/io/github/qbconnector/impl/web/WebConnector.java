package io.github.qbconnector.impl.web;

import io.github.qbconnector.impl.connection.ConnectFlow;
import io.github.qbconnector.impl.connection.Lifecycle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One connector as the endpoints see it. */
public record WebConnector(String name, Lifecycle lifecycle, ConnectFlow flow) {

  /** The label users see on every page, unless they meet the provider's production. */
  @Nullable String environment() {
    return lifecycle.provider().environmentLabel();
  }

  /** How long links to QuickBooks Desktop work. */
  Duration linkExpiry() {
    return lifecycle.connections().settings().requireDesktop().linkExpiry();
  }
}
