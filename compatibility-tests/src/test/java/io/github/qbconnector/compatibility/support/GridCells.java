package io.github.qbconnector.compatibility.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The cells that this launch fills, kept in a file from which the grid is made. */
public final class GridCells {
  private static final Map<String, String> LINES = new TreeMap<>();
  private static final Map<Class<?>, String> EXPLAINED = new HashMap<>();

  private GridCells() {}

  /**
   * The row cannot work on this server, and the message that says so to operations was asserted.
   *
   * @param row the test class
   * @param message what they are told, short enough for a footnote, and alike in each run
   */
  public static synchronized void explain(Class<?> row, String message) {
    EXPLAINED.put(row, message.replaceAll("\\s+", " ").strip());
  }

  static synchronized void add(
      Class<?> type, GridRow row, boolean holds, long passed, long failed) {
    String why = EXPLAINED.getOrDefault(type, "");
    String state = !holds ? "failed" : why.isEmpty() ? "passed" : "explained";
    String key = row.section() + row.value();
    if (LINES.containsKey(key)) {
      throw new IllegalStateException("Two classes fill the row " + row.value());
    }
    LINES.put(
        key,
        String.join(
            "\t",
            row.section().name(),
            row.value(),
            state,
            Long.toString(passed),
            Long.toString(failed),
            why));
    try {
      Path folder = Files.createDirectories(TestServer.grid());
      Files.writeString(
          folder.resolve(TestServer.launch() + ".tsv"),
          "jdk\t" + Runtime.version().feature() + "\n" + String.join("\n", LINES.values()) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
