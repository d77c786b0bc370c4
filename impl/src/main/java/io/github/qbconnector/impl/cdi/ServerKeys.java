package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.impl.config.Keys;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The keys as MicroProfile Config has them, wherever operations keep them. */
record ServerKeys(Supplier<Config> config) implements Keys {

  @Override
  public Optional<String> value(String key) {
    return config.get().getOptionalValue(key, String.class);
  }

  @Override
  public Optional<String> place(String key) {
    // The first one decides; by name there is no asking in older versions of MicroProfile Config.
    for (ConfigSource source : config.get().getConfigSources()) {
      if (source.getValue(key) != null) {
        return Optional.ofNullable(source.getName());
      }
    }
    return Optional.empty();
  }
}
