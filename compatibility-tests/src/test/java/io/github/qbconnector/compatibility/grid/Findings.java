package io.github.qbconnector.compatibility.grid;

import io.github.qbconnector.compatibility.grid.Cell.State;
import io.github.qbconnector.compatibility.support.GridRow.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one launch wrote down: the JDK it ran on, and a cell for each row. */
record Findings(int jdk, Map<Row, Cell> cells) {

  static Findings read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).matches("jdk\t\\d+")) {
      throw new IllegalStateException(file + " does not begin with its JDK");
    }
    Map<Row, Cell> cells = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.split("\t", 6);
      if (parts.length < 6) {
        throw new IllegalStateException(file + " has a line that is no cell: " + line);
      }
      cells.put(
          new Row(Section.valueOf(parts[0]), parts[1]),
          new Cell(
              State.valueOf(parts[2].toUpperCase(Locale.ROOT)),
              Long.parseLong(parts[3]),
              Long.parseLong(parts[4]),
              parts[5].strip()));
    }
    return new Findings(Integer.parseInt(lines.get(0).substring("jdk\t".length())), cells);
  }
}
