package io.github.qbconnector.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The statements that a page of the documentation tells operators to run.
 *
 * @param statements in the order of the page
 */
record ShownSql(List<String> statements) {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```sql$(.*?)^ *```$");

  /** Those of a page below {@code docs/how-to}. */
  static ShownSql ofHowTo(String page) {
    try {
      String text = Files.readString(Path.of("..", "docs", "how-to", page));
      return new ShownSql(
          BLOCK
              .matcher(text)
              .results()
              .flatMap(block -> Stream.of(block.group(1).split(";")))
              .map(String::strip)
              .filter(statement -> !statement.isEmpty())
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that change something. */
  String[] changes() {
    return statements.stream().filter(sql -> !sql.startsWith("SELECT")).toArray(String[]::new);
  }

  /** The one that asks for this column. */
  String questionFor(String column) {
    return statements.stream()
        .filter(sql -> sql.startsWith("SELECT") && sql.contains(column))
        .findFirst()
        .orElseThrow(() -> new AssertionError("The page does not ask for " + column));
  }
}
