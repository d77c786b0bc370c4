package io.github.qbconnector.sample.probe;

import java.util.Map;

/** What operations change while the server runs: the connector's configuration. */
final class Settings {

  private static final String OURS = "quickbooks.";

  private Settings() {}

  /** These values count from now on, in place of the deployed ones; all others as deployed. */
  static void change(Map<String, String[]> values) {
    System.getProperties().keySet().removeIf(key -> key.toString().startsWith(OURS));
    values.forEach(
        (key, value) -> {
          if (key.startsWith(OURS)) {
            System.setProperty(key, value[0]);
          }
        });
  }
}
