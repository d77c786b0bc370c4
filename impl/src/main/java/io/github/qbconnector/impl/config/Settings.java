package io.github.qbconnector.impl.config;

import java.util.Map;

/** The whole configuration, validated; connectors by name, the default one first. */
public record Settings(
    OwnerMode owner,
    StoreSettings store,
    WebSettings web,
    HttpSettings http,
    Map<String, ConnectorSettings> connectors) {

  /**
   * The settings of one connector.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public ConnectorSettings connector(String name) {
    ConnectorSettings settings = connectors.get(name);
    if (settings == null) {
      throw new IllegalArgumentException(
          "There is no QuickBooks connector named '"
              + name
              + "'; configured: "
              + connectors.keySet());
    }
    return settings;
  }
}
