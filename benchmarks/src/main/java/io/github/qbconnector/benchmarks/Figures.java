package io.github.qbconnector.benchmarks;

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
  private record Figure(double value, String remark) {}

  private final Map<String, Figure> figures = new LinkedHashMap<>();

  void put(String name, double value, String remark) {
    figures.put(name, new Figure(value, remark));
  }

  void put(String name, double value) {
    put(name, value, "");
  }

  boolean has(String name) {
    return figures.containsKey(name);
  }

  double get(String name) {
    Figure figure = figures.get(name);
    if (figure == null) {
      throw new NoSuchElementException(name);
    }
    return figure.value();
  }

  /** A flat object: what machines compare over time. */
  String json() {
    return figures.entrySet().stream()
        .map(f -> "  \"" + f.getKey() + "\": " + plain(f.getValue().value()))
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  /** What people read. */
  String table() {
    return figures.entrySet().stream()
        .map(f -> line(f.getKey(), f.getValue()))
        .collect(Collectors.joining());
  }

  private static String line(String name, Figure figure) {
    String line = "%-36s %12s  %s".formatted(name, plain(figure.value()), figure.remark());
    return line.stripTrailing() + "\n";
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("figures.json"), json());
    Files.writeString(folder.resolve("figures.txt"), table());
  }

  /** Two decimals at most: more would claim a precision that no run here has. */
  private static String plain(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "").replaceFirst("^-0$", "0");
  }
}
