package io.github.qbconnector.compatibility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page tells operations to add is, word for word, what the tested server runs with. */
class HowToPagesTest {
  private static final Path SERVERS = Path.of("src/test/servers");

  @ParameterizedTest
  @ValueSource(strings = {"open-liberty.md", "wildfly.md", "tomee.md", "a-war-of-2009.md"})
  void thePageShowsWhatTheServerOfTheTestsRunsWith(String page) throws IOException {
    List<PageBlock> blocks = PageBlock.of(page);

    assertThat(blocks).hasSizeGreaterThanOrEqualTo(3);
    for (PageBlock block : blocks) {
      if (block.mark().equals("file")) {
        assertThat(block.lines()).as(block.name()).isEqualTo(lines(block));
      } else if (block.mark().equals("part of")) {
        assertThat(Collections.indexOfSubList(lines(block), block.lines()))
            .as("%s", block)
            .isNotNegative();
      }
    }
  }

  private static List<String> lines(PageBlock block) throws IOException {
    return Files.readAllLines(SERVERS.resolve(block.name())).stream().map(String::strip).toList();
  }
}
