package io.github.qbconnector.impl.config;

import io.github.qbconnector.impl.testing.MutableKeys;
import java.util.Map;

/** Configurations of one connector to QuickBooks Desktop. */
final class DesktopKeys {
  private DesktopKeys() {}

  /** With Conductor itself. */
  static MutableKeys real() {
    return MutableKeys.of(
        Map.of(
            "quickbooks.product", "desktop",
            "quickbooks.owner", "principal",
            "quickbooks.store", "memory",
            "quickbooks.desktop.secret-key", "sk_live_MARKER",
            "quickbooks.desktop.publishable-key", "pk_live_MARKER",
            "quickbooks.web.public-url", "https://shop.example/app/"));
  }

  /** With a stand-in. */
  static MutableKeys simulator() {
    return real()
        .without("quickbooks.store")
        .set("quickbooks.desktop.secret-key", "sk_conductor_sim")
        .set("quickbooks.desktop.publishable-key", "pk_conductor_sim")
        .set("quickbooks.desktop.base-url", "http://localhost:9080/conductor/v1/");
  }
}
