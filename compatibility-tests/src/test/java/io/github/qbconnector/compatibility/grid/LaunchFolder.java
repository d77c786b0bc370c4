package io.github.qbconnector.compatibility.grid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What launches leave behind, as a test wants it. */
record LaunchFolder(Path folder) {
  static final Column LIBERTY = Column.of("liberty:17:Open Liberty:26.0.0.3");
  static final Column LIBERTY_25 = Column.of("liberty-jdk25:25:Open Liberty:26.0.0.3");
  static final Column TOMEE = Column.of("tomee:17:TomEE MicroProfile:9.0.0");
  static final List<Column> COLUMNS = List.of(LIBERTY, LIBERTY_25, TOMEE);

  /** Adds a launch; each cell is {@code section;row;state;passed;failed;message}. */
  LaunchFolder with(Column column, String... cells) throws IOException {
    return with(column, column.jdk(), cells);
  }

  /** Adds a launch that ran on any JDK. */
  LaunchFolder with(Column column, int jdk, String... cells) throws IOException {
    String lines = String.join("\n", cells).replace(';', '\t');
    Files.writeString(
        folder.resolve(column.launch() + ".tsv"), "jdk\t" + jdk + "\n" + lines + "\n");
    return this;
  }

  /** The grid of what is there. */
  Grid grid() throws IOException {
    return Grid.read(folder, COLUMNS);
  }
}
