package io.github.qbconnector.chaos.verdict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and numbers, in the order they were found. */
public final class Figures {
  private final Map<String, Double> figures = new LinkedHashMap<>();

  /** Adds a figure. */
  public void put(String name, double value) {
    figures.put(name, value);
  }

  /** Writes down what machines compare over time, with what was written before. */
  public synchronized void write(Path folder) {
    try {
      Files.writeString(folder.resolve("figures.json"), json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String json() {
    return figures.entrySet().stream()
        .map(figure -> "  \"" + figure.getKey() + "\": " + plain(figure.getValue()))
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  /** What people read. */
  public String table() {
    return figures.entrySet().stream()
        .map(figure -> "%-48s %12s%n".formatted(figure.getKey(), plain(figure.getValue())))
        .collect(Collectors.joining());
  }

  private static String plain(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}
