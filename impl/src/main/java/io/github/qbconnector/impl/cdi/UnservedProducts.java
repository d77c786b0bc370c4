package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.Product;
import io.github.qbconnector.impl.config.InvalidConfigurationException;
import io.github.qbconnector.impl.config.Problem;
import io.github.qbconnector.impl.config.Settings;
import io.github.qbconnector.impl.config.SettingsReader;
import java.util.List;

/** Says plainly which products this release does not serve. */
final class UnservedProducts {
  private UnservedProducts() {}

  static void check(Settings settings) {
    List<Problem> problems =
        settings.connectors().values().stream()
            .filter(c -> c.product() != Product.ONLINE)
            .map(
                c ->
                    new Problem(
                        SettingsReader.prefix(c.name()) + "product",
                        "desktop",
                        "online: this release serves QuickBooks Online only"))
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidConfigurationException(problems);
    }
  }
}
