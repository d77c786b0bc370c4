package io.github.qbconnector.compatibility.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of a run on several servers, one after another, in {@code figures.json} and as a
 * table. Each server's own are kept in a file beside it, since each runs in a JVM of its own.
 */
public final class Figures {
  private static final Map<String, Long> OWN = new TreeMap<>();

  private Figures() {}

  /** Adds to a figure of this server. */
  public static synchronized void add(String name, long value) {
    OWN.merge(TestServer.launch() + "." + name, value, Long::sum);
    String folder = System.getProperty("compat.figures", "");
    if (!folder.isEmpty()) {
      try {
        write(Path.of(folder));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void write(Path target) throws IOException {
    Path parts = Files.createDirectories(target.resolve("figures"));
    Files.writeString(
        parts.resolve(TestServer.launch()),
        OWN.entrySet().stream()
            .map(figure -> figure.getKey() + " " + figure.getValue() + "\n")
            .collect(Collectors.joining()));
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(parts)) {
      for (Path file : files.sorted().toList()) {
        lines.addAll(Files.readAllLines(file, UTF_8));
      }
    }
    Files.writeString(
        target.resolve("figures.json"),
        lines.stream()
            .map(line -> "  \"" + line.replace(" ", "\": "))
            .collect(Collectors.joining(",\n", "{\n", "\n}\n")));
    Files.writeString(
        target.resolve("figures.txt"),
        lines.stream()
            .map(line -> line.split(" "))
            .map(figure -> String.format("%-60s %10s%n", figure[0], figure[1]))
            .collect(Collectors.joining()));
  }
}
