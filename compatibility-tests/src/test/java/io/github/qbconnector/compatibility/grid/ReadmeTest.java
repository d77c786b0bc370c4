package io.github.qbconnector.compatibility.grid;

import static io.github.qbconnector.compatibility.grid.LaunchFolder.LIBERTY;
import static io.github.qbconnector.compatibility.grid.LaunchFolder.LIBERTY_25;
import static io.github.qbconnector.compatibility.grid.LaunchFolder.TOMEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
  private static final String REMEDY =
      "README.md says something else. If that is how it should be, run with -Dgrid.write=true.";

  private final Path project;
  private final Path before;
  private final Path now;

  ReadmeTest(@TempDir Path project, @TempDir Path before, @TempDir Path now) {
    this.project = project;
    this.before = before;
    this.now = now;
  }

  @BeforeEach
  void aFrontPage() throws IOException {
    page("# Ours\n\n<!-- grid -->\n<!-- /grid -->\n\n| a | table of another kind |\n");
    show(
        new LaunchFolder(before)
            .with(LIBERTY, "SHAPES;plain;passed;9;0;", "SHAPES;/* | EAR;explained;1;0;QBC1: no")
            .with(TOMEE, "SHAPES;plain;passed;9;0;"));
  }

  @Test
  void showsTheGridAndKeepsAllElse() throws IOException {
    String page = Files.readString(project.resolve("README.md"));

    assertThat(page)
        .startsWith("# Ours\n\n<!-- grid -->\n![2 rows by 3 servers and JDKs: 2 passed, 1 exp")
        .contains("| plain | ✓ 9 | – | ✓ 9 |")
        .endsWith("</details>\n<!-- /grid -->\n\n| a | table of another kind |\n");
    assertThat(Files.readString(project.resolve("docs/images/grid.svg"))).startsWith("<svg");
  }

  @Test
  void keepsNoOldGreenWhenItIsWritten() throws IOException {
    show(new LaunchFolder(now).with(LIBERTY, "SHAPES;plain;passed;9;0;"));

    assertThat(Files.readString(project.resolve("README.md")))
        .containsOnlyOnce("<details>")
        .contains("| plain | ✓ 9 | – | – |");
  }

  @Test
  void theSameIsRight() throws IOException {
    assertThat(compared(new LaunchFolder(before), true)).isEmpty();
  }

  @Test
  void moreTestsAndOtherNotesBeforeItAreTheSame() throws IOException {
    LaunchFolder launches =
        new LaunchFolder(now)
            .with(LIBERTY, "SHAPES;plain;passed;10;0;", "SHAPES;/* | EAR;explained;2;0;QBC1: no");

    assertThat(compared(launches, true)).isEmpty();
  }

  @Test
  void whatDidNotRunNowIsLeftAlone() throws IOException {
    assertThat(compared(new LaunchFolder(now), true)).isEmpty();
    assertThat(compared(new LaunchFolder(now).with(LIBERTY, "SHAPES;plain;passed;9;0;"), false))
        .isEmpty();
  }

  @Test
  void whatIsOtherwiseNowIsWrong() throws IOException {
    LaunchFolder launches =
        new LaunchFolder(now)
            .with(LIBERTY, "SHAPES;plain;failed;8;1;", "SHAPES;/* | EAR;passed;9;0;");

    for (boolean whole : List.of(true, false)) {
      assertThat(compared(launches, whole))
          .containsExactlyInAnyOrder(
              "plain, on Open Liberty 26.0.0.3, JDK 17: now failed, written down as passed",
              "/\\* \\| EAR, on Open Liberty 26.0.0.3, JDK 17: now passed, written down as"
                  + " explained by \"QBC1: no\"",
              REMEDY);
    }
  }

  @Test
  void anotherExplanationIsSomethingElse() throws IOException {
    LaunchFolder launches =
        new LaunchFolder(now).with(LIBERTY, "SHAPES;/* | EAR;explained;1;0;QBC2: other");

    assertThat(compared(launches, false)).first().asString().contains("explained by \"QBC2: other");
  }

  @Test
  void aNewRowIsMissedOnlyWhenAllTestsRan() throws IOException {
    LaunchFolder launches =
        new LaunchFolder(now).with(TOMEE, "SHAPES;plain;passed;9;0;", "BEANS;timer;passed;1;0;");

    assertThat(compared(launches, false)).isEmpty();
    assertThat(compared(launches, true))
        .contains(
            "timer, on TomEE MicroProfile 9.0.0, JDK 17: now passed, written down as not run");
  }

  @Test
  void aRowThatIsNoMoreIsMissedOnlyWhenAllTestsRan() throws IOException {
    LaunchFolder launches = new LaunchFolder(now).with(TOMEE, "BEANS;timer;passed;1;0;");

    assertThat(compared(launches, false)).isEmpty();
    assertThat(compared(launches, true))
        .contains(
            "plain, on TomEE MicroProfile 9.0.0, JDK 17: now not run, written down as passed");
  }

  @Test
  void aJdkThatWasNotThereWhenItWasWrittenIsLeftAlone() throws IOException {
    LaunchFolder launches = new LaunchFolder(now).with(LIBERTY_25, "SHAPES;plain;passed;9;0;");

    assertThat(compared(launches, true)).isEmpty();
  }

  @Test
  void aNewServerIsMissed() throws IOException {
    Column newer = Column.of("liberty:17:Open Liberty:27.0.0.1");
    new LaunchFolder(now).with(newer, "SHAPES;plain;passed;9;0;");

    assertThat(Main.outcome(Grid.read(now, List.of(newer)), new Readme(project), true, false))
        .contains("plain, on Open Liberty 27.0.0.1, JDK 17: now passed, written down as not run");
  }

  @Test
  void isNotWrittenFromAFewTests() throws IOException {
    Grid few = new LaunchFolder(now).with(LIBERTY, "SHAPES;plain;passed;9;0;").grid();
    String page = Files.readString(project.resolve("README.md"));

    assertThat(Main.outcome(few, new Readme(project), false, true))
        .containsExactly("-Dgrid.write=true needs all tests, since it forgets what did not run.");
    assertThat(Files.readString(project.resolve("README.md"))).isEqualTo(page);
  }

  @Test
  void needsItsMarks() throws IOException {
    page("# Ours\n");

    assertThatThrownBy(() -> compared(new LaunchFolder(before), true))
        .hasMessageStartingWith("README.md needs the lines <!-- grid -->");
  }

  private void page(String text) throws IOException {
    Files.writeString(project.resolve("README.md"), text);
  }

  private void show(LaunchFolder launches) throws IOException {
    assertThat(Main.outcome(launches.grid(), new Readme(project), true, true)).isEmpty();
  }

  private List<String> compared(LaunchFolder launches, boolean whole) throws IOException {
    return Main.outcome(launches.grid(), new Readme(project), whole, false);
  }
}
