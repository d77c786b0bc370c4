package io.github.qbconnector.store.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation shows the very code that is tested here. */
class HowToTest {
  private static final Path PAGE = Path.of("..", "docs", "how-to", "own-store.md");
  private static final Path SOURCES =
      Path.of("src", "test", "java", "io", "github", "qbconnector", "store", "example");

  @ParameterizedTest
  @ValueSource(strings = {"GridStore", "Grid", "GridStoreTest"})
  void thePageShowsTheClassAsItIs(String name) throws IOException {
    String source = Files.readString(SOURCES.resolve(name + ".java"));
    int imports = source.lastIndexOf("\nimport ");
    String type = source.substring(source.indexOf(";\n", imports) + 2).strip();
    assertThat(Files.readString(PAGE)).contains("```java\n" + type + "\n```");
  }
}
