package io.github.qbconnector.compatibility.grid;

import io.github.qbconnector.compatibility.grid.Cell.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that the launches found; whatever none of them told of was not run. */
final class Grid {
  private final List<Column> columns;
  private final Map<Column, Map<Row, Cell>> cells;

  private Grid(List<Column> columns, Map<Column, Map<Row, Cell>> cells) {
    this.columns = columns;
    this.cells = cells;
  }

  /** Reads what the launches left in a folder. */
  static Grid read(Path folder, List<Column> columns) throws IOException {
    Map<Column, Map<Row, Cell>> cells = new HashMap<>();
    for (Column column : columns) {
      Path file = folder.resolve(column.launch() + ".tsv");
      if (Files.exists(file)) {
        Findings findings = Findings.read(file);
        // Whoever builds with another JDK has seen something, but not what this column is headed.
        if (findings.jdk() == column.jdk()) {
          cells.put(column, findings.cells());
        }
      }
    }
    return new Grid(columns, cells);
  }

  List<Column> columns() {
    return columns;
  }

  SortedSet<Row> rows() {
    SortedSet<Row> rows = new TreeSet<>();
    cells.values().forEach(column -> rows.addAll(column.keySet()));
    return rows;
  }

  Cell cell(Row row, Column column) {
    return cells.getOrDefault(column, Map.of()).getOrDefault(row, Cell.NOT_RUN);
  }

  long count(State state) {
    return all().filter(cell -> cell.state() == state).count();
  }

  /** The number of the note that explains a cell; what is the same everywhere is one note. */
  int note(Cell cell) {
    return notes().indexOf(cell.message()) + 1;
  }

  /** What explains cells, in the order of the grid. */
  List<String> notes() {
    return all()
        .filter(cell -> cell.state() == State.EXPLAINED)
        .map(Cell::message)
        .distinct()
        .toList();
  }

  /** How many cells are in which state, for those who do not see the picture. */
  String summary() {
    return Stream.of(State.values())
        .filter(state -> count(state) > 0)
        .map(state -> count(state) + " " + state.words())
        .collect(
            Collectors.joining(
                ", ", rows().size() + " rows by " + columns.size() + " servers and JDKs: ", ""));
  }

  private Stream<Cell> all() {
    return rows().stream().flatMap(row -> columns.stream().map(column -> cell(row, column)));
  }
}
