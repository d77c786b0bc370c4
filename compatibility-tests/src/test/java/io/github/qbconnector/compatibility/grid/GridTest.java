package io.github.qbconnector.compatibility.grid;

import static io.github.qbconnector.compatibility.grid.LaunchFolder.LIBERTY;
import static io.github.qbconnector.compatibility.grid.LaunchFolder.LIBERTY_25;
import static io.github.qbconnector.compatibility.grid.LaunchFolder.TOMEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.compatibility.grid.Cell.State;
import io.github.qbconnector.compatibility.support.GridRow.Section;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GridTest {
  private static final Row PLAIN = new Row(Section.SHAPES, "plain");
  private static final Row EAR = new Row(Section.SHAPES, "in an EAR");
  private static final Row TIMER = new Row(Section.BEANS, "timer");

  private final Path folder;

  GridTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aCellIsWhatItsLaunchFound() throws IOException {
    Grid grid =
        launches()
            .with(LIBERTY, "SHAPES;plain;passed;9;0;", "SHAPES;in an EAR;explained;1;0;QBC1: no")
            .with(TOMEE, "SHAPES;plain;failed;7;2;")
            .grid();

    assertThat(grid.cell(PLAIN, LIBERTY)).isEqualTo(new Cell(State.PASSED, 9, 0, ""));
    assertThat(grid.cell(EAR, LIBERTY)).isEqualTo(new Cell(State.EXPLAINED, 1, 0, "QBC1: no"));
    assertThat(grid.cell(PLAIN, TOMEE)).isEqualTo(new Cell(State.FAILED, 7, 2, ""));
  }

  @Test
  void whatNoLaunchToldOfWasNotRun() throws IOException {
    Grid grid =
        launches()
            .with(LIBERTY, "SHAPES;plain;passed;9;0;")
            .with(TOMEE, "BEANS;timer;passed;2;0;")
            .grid();

    assertThat(grid.cell(TIMER, LIBERTY)).isEqualTo(Cell.NOT_RUN);
    assertThat(grid.cell(PLAIN, LIBERTY_25)).isEqualTo(Cell.NOT_RUN);
    assertThat(grid.summary()).isEqualTo("2 rows by 3 servers and JDKs: 2 passed, 4 not run");
  }

  @Test
  void aLaunchOnAnotherJdkDoesNotFillTheColumn() throws IOException {
    Grid grid = launches().with(LIBERTY, 21, "SHAPES;plain;passed;9;0;").grid();

    assertThat(grid.cell(PLAIN, LIBERTY)).isEqualTo(Cell.NOT_RUN);
  }

  @Test
  void rowsStandInTheirSectionByName() throws IOException {
    Grid grid =
        launches()
            .with(LIBERTY, "BEANS;timer;passed;2;0;", "SHAPES;plain;passed;9;0;")
            .with(TOMEE, "SHAPES;in an EAR;passed;9;0;", "SHAPES;JAX-RS;passed;9;0;")
            .grid();

    assertThat(grid.rows()).containsExactly(EAR, new Row(Section.SHAPES, "JAX-RS"), PLAIN, TIMER);
  }

  @Test
  void theSameExplanationIsOneNote() throws IOException {
    Grid grid =
        launches()
            .with(LIBERTY, "SHAPES;plain;explained;1;0;first", "BEANS;timer;explained;1;0;other")
            .with(TOMEE, "SHAPES;plain;explained;1;0;first")
            .grid();

    assertThat(grid.notes()).containsExactly("first", "other");
    assertThat(grid.note(grid.cell(TIMER, LIBERTY))).isEqualTo(2);
  }

  @Test
  void anEmptyFolderIsAnEmptyGrid() throws IOException {
    assertThat(launches().grid().rows()).isEmpty();
  }

  @Test
  void halfOfALineIsNotTakenForACell() throws IOException {
    LaunchFolder launches = launches().with(LIBERTY, "SHAPES;plain;passed");

    assertThatThrownBy(launches::grid).hasMessageContaining("liberty.tsv has a line that is no");
  }

  @Test
  void aColumnNeedsAllItsParts() {
    assertThatThrownBy(() -> Column.of("liberty:17"))
        .hasMessage("liberty:17 is not launch:jdk:server:version");
  }

  private LaunchFolder launches() {
    return new LaunchFolder(folder);
  }
}
