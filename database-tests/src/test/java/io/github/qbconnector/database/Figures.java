package io.github.qbconnector.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/** Names and numbers, in the order they were found. */
final class Figures {
  private final Map<String, Double> figures = new LinkedHashMap<>();

  void put(String name, double value) {
    figures.put(name, value);
  }

  /** How many times the second figure the first one is. */
  void ratio(String of, String to, String name) {
    put(name, get(of) / get(to));
  }

  double get(String name) {
    Double value = figures.get(name);
    if (value == null) {
      throw new NoSuchElementException(name);
    }
    return value;
  }

  /** What people read. */
  String table() {
    return figures.entrySet().stream()
        .map(
            figure ->
                String.format(Locale.ROOT, "%-24s %12.2f%n", figure.getKey(), figure.getValue()))
        .collect(Collectors.joining());
  }

  /** Writes a flat object, which machines compare over time, and the table beside it. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    String json =
        figures.entrySet().stream()
            .map(
                figure ->
                    String.format(
                        Locale.ROOT, "  \"%s\": %.2f", figure.getKey(), figure.getValue()))
            .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    Files.writeString(folder.resolve("figures.json"), json);
    Files.writeString(folder.resolve("figures.txt"), table());
  }
}
