package io.github.qbconnector.compatibility.grid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of the project's front page that shows the grid, between two marks. */
final class Readme {
  private static final String BEGIN = "<!-- grid -->\n";
  private static final String END = "<!-- /grid -->";

  private final Path project;

  Readme(Path project) {
    this.project = project;
  }

  /** What it says now. */
  Said said() throws IOException {
    String page = Files.readString(page());
    return Said.in(page.substring(begin(page), end(page)));
  }

  /** Shows this grid there, and no older one. */
  void show(Grid grid) throws IOException {
    String page = Files.readString(page());
    String block =
        """
        ![%s](docs/images/grid.svg)

        <details>
        <summary>The same as a table, with the numbers of tests and the notes</summary>

        %s
        </details>
        """
            .formatted(grid.summary(), Table.of(grid));
    Path picture = project.resolve("docs/images/grid.svg");
    Files.createDirectories(picture.getParent());
    Files.writeString(picture, Picture.of(grid));
    Files.writeString(page(), page.substring(0, begin(page)) + block + page.substring(end(page)));
  }

  private Path page() {
    return project.resolve("README.md");
  }

  private static int begin(String page) {
    return page.indexOf(BEGIN) + BEGIN.length();
  }

  private static int end(String page) {
    int end = page.indexOf(END);
    if (!page.contains(BEGIN) || end < begin(page)) {
      throw new IllegalStateException("README.md needs the lines " + BEGIN + END);
    }
    return end;
  }
}
