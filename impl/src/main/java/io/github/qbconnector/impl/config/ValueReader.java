package io.github.qbconnector.impl.config;

import io.github.qbconnector.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads values one by one and collects what is wrong instead of stopping at the first mistake. */
final class ValueReader {
  private final Keys keys;
  private final List<Problem> problems = new ArrayList<>();

  ValueReader(Keys keys) {
    this.keys = keys;
  }

  List<Problem> problems() {
    return problems;
  }

  void problem(String key, String found, String expected) {
    String place = keys.place(key).map(where -> " (in " + where + ")").orElse("");
    problems.add(new Problem(key, found + place, expected));
  }

  Optional<String> text(String key) {
    return keys.value(key).map(String::trim).filter(v -> !v.isEmpty());
  }

  String requiredText(String key, String expected) {
    return text(key)
        .orElseGet(
            () -> {
              problem(key, "missing", expected);
              return "";
            });
  }

  @Nullable Secret requiredSecret(String key, String expected) {
    String value = requiredText(key, expected);
    return value.isEmpty() ? null : Secret.of(value);
  }

  boolean flag(String key, boolean otherwise) {
    Optional<String> value = text(key);
    if (value.isEmpty()) {
      return otherwise;
    }
    String lower = value.get().toLowerCase(Locale.ROOT);
    if (!lower.equals("true") && !lower.equals("false")) {
      problem(key, quoted(value.get()), "true or false");
    }
    return lower.equals("true");
  }

  int number(String key, int otherwise, int least, int most) {
    return parsed(
        key,
        otherwise,
        "a whole number from " + least + " to " + most,
        text -> {
          int value = Integer.parseInt(text);
          return value < least || value > most ? null : value;
        });
  }

  Duration duration(String key, Duration otherwise, Duration least, Duration most) {
    return parsed(
        key,
        otherwise,
        "an ISO-8601 duration from " + least + " to " + most + ", for instance " + otherwise,
        text -> {
          Duration value = Duration.parse(text);
          return value.compareTo(least) < 0 || value.compareTo(most) > 0 ? null : value;
        });
  }

  <E extends Enum<E>> @Nullable E choice(String key, Class<E> type, @Nullable E otherwise) {
    String expected =
        String.join(
            " or ",
            Arrays.stream(type.getEnumConstants())
                .map(e -> e.name().toLowerCase(Locale.ROOT))
                .toList());
    Optional<String> value = text(key);
    if (value.isEmpty()) {
      if (otherwise == null) {
        problem(key, "missing", expected);
      }
      return otherwise;
    }
    for (E candidate : type.getEnumConstants()) {
      if (candidate.name().equalsIgnoreCase(value.get())) {
        return candidate;
      }
    }
    problem(key, quoted(value.get()), expected);
    return otherwise;
  }

  List<String> list(String key) {
    return text(key).stream()
        .flatMap(v -> Arrays.stream(v.split(",")))
        .map(String::trim)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /** An absolute http or https URL without query, fragment and user information. */
  @Nullable URI url(String key, String value, String expected) {
    try {
      URI uri = new URI(value);
      boolean http = "http".equalsIgnoreCase(uri.getScheme());
      boolean https = "https".equalsIgnoreCase(uri.getScheme());
      if ((http || https)
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below, with what is expected.
    }
    problem(key, quoted(value), expected);
    return null;
  }

  private <T> T parsed(
      String key, T otherwise, String expected, Function<String, @Nullable T> parser) {
    Optional<String> value = text(key);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      T result = parser.apply(value.get());
      if (result != null) {
        return result;
      }
    } catch (NumberFormatException | DateTimeParseException e) {
      // Told below, with what is expected.
    }
    problem(key, quoted(value.get()), expected);
    return otherwise;
  }

  static String quoted(String value) {
    return "'" + (value.length() <= 100 ? value : value.substring(0, 100) + "…") + "'";
  }

  static boolean isLoopback(URI uri) {
    String host = uri.getHost();
    return host != null
        && (host.equalsIgnoreCase("localhost")
            || host.equals("[::1]")
            || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}"));
  }
}
