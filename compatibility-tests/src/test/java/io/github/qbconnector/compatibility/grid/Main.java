package io.github.qbconnector.compatibility.grid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes the grid after the launches, and fails where the front page says something else. */
public final class Main {
  private static final String REMEDY =
      "README.md says something else. If that is how it should be, run with -Dgrid.write=true.";

  private Main() {}

  /**
   * Makes the grid.
   *
   * @param columns the grid's columns, as {@link Column#of} reads them
   */
  public static void main(String[] columns) throws IOException {
    Path target = Path.of(property("grid.target"));
    Grid grid = Grid.read(target.resolve("grid"), Stream.of(columns).map(Column::of).toList());
    Files.createDirectories(target);
    Files.writeString(target.resolve("grid.svg"), Picture.of(grid));
    Files.writeString(target.resolve("grid.md"), Table.of(grid));
    List<String> wrong =
        outcome(
            grid,
            new Readme(Path.of(property("grid.project"))),
            Boolean.parseBoolean(property("grid.whole")),
            Boolean.parseBoolean(property("grid.write")));
    System.out.println("The grid, in " + target.resolve("grid.md") + ": " + grid.summary());
    wrong.forEach(line -> System.out.println("GRID: " + line));
    if (!wrong.isEmpty()) {
      System.exit(1);
    }
  }

  /** Shows the grid on the front page or compares it, and says what is wrong there. */
  static List<String> outcome(Grid grid, Readme readme, boolean whole, boolean write)
      throws IOException {
    if (grid.rows().isEmpty()) {
      return List.of();
    }
    if (write && !whole) {
      return List.of("-Dgrid.write=true needs all tests, since it forgets what did not run.");
    }
    if (write) {
      readme.show(grid);
      return List.of();
    }
    List<String> otherwise = Said.in(Table.of(grid)).otherwiseIn(readme.said(), whole);
    return otherwise.isEmpty()
        ? List.of()
        : Stream.concat(otherwise.stream(), Stream.of(REMEDY)).toList();
  }

  private static String property(String key) {
    return Objects.requireNonNull(
        System.getProperty(key), () -> key + " is set by this module's build");
  }
}
