package io.github.qbconnector.impl.config;

import java.util.Optional;

/** Where configuration values come from: MicroProfile Config, or a map in tests. */
@FunctionalInterface
public interface Keys {

  /** The value of a key; empty if it is not set or blank. */
  Optional<String> value(String key);

  /** Where the value of a key stands, in words that operators can look for; empty if unknown. */
  default Optional<String> place(String key) {
    return Optional.empty();
  }
}
