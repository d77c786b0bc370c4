package io.github.qbconnector.impl.config;

import io.github.qbconnector.Product;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One connector.
 *
 * @param online set exactly for {@link Product#ONLINE}
 * @param desktop set exactly for {@link Product#DESKTOP}
 * @param readTimeout the total time of one call to the provider
 */
public record ConnectorSettings(
    String name,
    Product product,
    @Nullable OnlineSettings online,
    @Nullable DesktopSettings desktop,
    GateSettings gate,
    Duration readTimeout) {

  /** The settings for QuickBooks Online. */
  public OnlineSettings requireOnline() {
    if (online == null) {
      throw new IllegalStateException("Connector " + name + " is not for QuickBooks Online.");
    }
    return online;
  }

  /** The settings for QuickBooks Desktop. */
  public DesktopSettings requireDesktop() {
    if (desktop == null) {
      throw new IllegalStateException("Connector " + name + " is not for QuickBooks Desktop.");
    }
    return desktop;
  }
}
