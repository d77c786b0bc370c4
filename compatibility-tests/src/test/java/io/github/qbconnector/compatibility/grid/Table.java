package io.github.qbconnector.compatibility.grid;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The grid as a table in Markdown, with the numbers of tests and the notes. */
final class Table {
  static final String PASSED = "✓";
  static final String FAILED = "✗";
  static final String NOT_RUN = "–";
  static final String NOTE = "note ";
  static final String BOLD = "**";

  private final Grid grid;

  private Table(Grid grid) {
    this.grid = grid;
  }

  /** The table, and below it the notes. */
  static String of(Grid grid) {
    return new Table(grid).write();
  }

  private String write() {
    StringBuilder table = new StringBuilder();
    table.append(line("", grid.columns().stream().map(Column::title)));
    table.append("|---").append("|:-:".repeat(grid.columns().size())).append("|\n");
    String section = "";
    for (Row row : grid.rows()) {
      if (!row.section().title().equals(section)) {
        section = row.section().title();
        table.append(line(BOLD + section + BOLD, grid.columns().stream().map(column -> "")));
      }
      table.append(
          line(
              escaped(row.name()),
              grid.columns().stream().map(column -> words(grid.cell(row, column)))));
    }
    return table + notes();
  }

  private String words(Cell cell) {
    return switch (cell.state()) {
      case PASSED -> PASSED + " " + cell.tests();
      case EXPLAINED -> NOTE + grid.note(cell) + " (" + cell.tests() + ")";
      // A WAR that did not deploy has no tests to count.
      case FAILED ->
          cell.tests() == 0 ? FAILED : FAILED + " " + cell.failed() + " of " + cell.tests();
      case NOT_RUN -> NOT_RUN;
    };
  }

  private String notes() {
    List<String> notes = grid.notes();
    StringBuilder list = new StringBuilder(notes.isEmpty() ? "" : "\n");
    for (int i = 0; i < notes.size(); i++) {
      list.append(i + 1).append(". ").append(escaped(notes.get(i))).append('\n');
    }
    return list.toString();
  }

  private static String line(String first, Stream<String> others) {
    return others.collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"));
  }

  /**
   * Names are those of files, annotations and descriptors, which Markdown would take for its own.
   */
  private static String escaped(String text) {
    return text.replace("<", "&lt;").replaceAll("[\\\\`*_|\\[]", "\\\\$0");
  }
}
