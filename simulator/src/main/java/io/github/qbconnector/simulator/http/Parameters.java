package io.github.qbconnector.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decoded parameters of a query string or a form. Of repeated names the first one counts, unless
 * all are asked for.
 */
public final class Parameters {

  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Decodes {@code application/x-www-form-urlencoded} text.
   *
   * @throws IllegalArgumentException if an escape sequence is broken
   */
  public static Parameters parse(String encoded) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decode(name), first -> new ArrayList<>()).add(decode(value));
      }
    }
    return new Parameters(values);
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }

  /** The value, if there is one and it is not blank. */
  public Optional<String> get(String name) {
    return all(name).stream().findFirst().filter(value -> !value.isBlank());
  }

  /** All values of a name, in their order. */
  public List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  /** The names that occur. */
  public Set<String> names() {
    return Set.copyOf(values.keySet());
  }

  /** The value, or an empty text. */
  public String text(String name) {
    return get(name).orElse("");
  }
}
