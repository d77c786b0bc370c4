package io.github.qbconnector.compatibility.grid;

import static io.github.qbconnector.compatibility.grid.LaunchFolder.LIBERTY;
import static io.github.qbconnector.compatibility.grid.LaunchFolder.TOMEE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
  private final Path folder;

  TableTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void hasTheNumbersOfTestsAndANoteForWhatIsExplained() throws IOException {
    Grid grid =
        new LaunchFolder(folder)
            .with(
                LIBERTY,
                "SHAPES;plain;passed;9;0;",
                "SHAPES;our jars in EAR/lib;explained;2;0;QBC0099: put them into WEB-INF/lib")
            .with(TOMEE, "SHAPES;plain;failed;7;2;", "BEANS;timer;passed;3;0;")
            .grid();

    assertThat(Table.of(grid))
        .isEqualTo(
            """
            |  | Open Liberty 26.0.0.3, JDK 17 | Open Liberty 26.0.0.3, JDK 25 | TomEE MicroProfile 9.0.0, JDK 17 |
            |---|:-:|:-:|:-:|
            | **Shapes of WAR and EAR** |  |  |  |
            | our jars in EAR/lib | note 1 (2) | – | – |
            | plain | ✓ 9 | – | ✗ 2 of 9 |
            | **Enterprise beans and other callers** |  |  |  |
            | timer | – | – | ✓ 3 |

            1. QBC0099: put them into WEB-INF/lib
            """);
  }

  @Test
  void namesAreNotTakenForMarkdown() throws IOException {
    Grid grid =
        new LaunchFolder(folder)
            .with(LIBERTY, "SHAPES;the gate before /*;passed;9;0;", "SHAPES;<b>_a_;passed;1;0;")
            .grid();

    assertThat(Table.of(grid))
        .contains("| the gate before /\\* | ✓ 9 |")
        .contains("| &lt;b>\\_a\\_ | ✓ 1 |");
  }
}
