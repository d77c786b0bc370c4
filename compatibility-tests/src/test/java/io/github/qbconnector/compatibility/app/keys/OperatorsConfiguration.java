package io.github.qbconnector.compatibility.app.keys;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Configuration that operators change while the application runs; it goes before all other. */
public class OperatorsConfiguration implements ConfigSource {
  private static final int FIRST = 900;

  private final Map<String, String> values = new ConcurrentHashMap<>();

  void set(String key, String value) {
    values.put(key, value);
  }

  @Override
  public Set<String> getPropertyNames() {
    return Set.copyOf(values.keySet());
  }

  @Override
  public @Nullable String getValue(String key) {
    return values.get(key);
  }

  @Override
  public String getName() {
    return OperatorsConfiguration.class.getSimpleName();
  }

  @Override
  public int getOrdinal() {
    return FIRST;
  }
}
