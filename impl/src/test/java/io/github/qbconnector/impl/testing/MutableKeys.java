package io.github.qbconnector.impl.testing;

import io.github.qbconnector.impl.config.Keys;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A configuration that tests change while the connector runs. */
public final class MutableKeys implements Keys {
  private final Map<String, String> values = new ConcurrentHashMap<>();

  public static MutableKeys of(Map<String, String> values) {
    MutableKeys keys = new MutableKeys();
    keys.values.putAll(values);
    return keys;
  }

  public MutableKeys set(String key, String value) {
    values.put(key, value);
    return this;
  }

  public MutableKeys without(String key) {
    values.remove(key);
    return this;
  }

  @Override
  public Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }
}
