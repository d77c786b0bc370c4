package io.github.qbconnector.compatibility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A block of a how-to page, with the mark before it that says what a test makes of it.
 *
 * @param mark {@code file} and {@code part of} name what it shows, {@code write} what the reader
 *     writes, {@code run} is typed
 * @param name the file, if there is one
 */
record PageBlock(String mark, String name, List<String> lines) {
  private static final Path PAGES = Path.of("../docs/how-to");
  private static final String FENCE = "```";
  private static final Pattern MARK =
      Pattern.compile(" *<!-- (file|part of|write|run)(?:: (\\S+))? -->");

  /** The blocks of a page, all but those that only show what is read or typed elsewhere. */
  static List<PageBlock> of(String page) throws IOException {
    List<String> text = Files.readAllLines(PAGES.resolve(page));
    List<PageBlock> blocks = new ArrayList<>();
    for (int line = 0; line < text.size(); line++) {
      String opening = text.get(line).strip();
      if (opening.startsWith(FENCE)) {
        int end = line + 1;
        while (!text.get(end).strip().equals(FENCE)) {
          end++;
        }
        if (!opening.equals(FENCE + "text")) {
          blocks.add(marked(page, text, line, end));
        }
        line = end;
      }
    }
    return blocks;
  }

  private static PageBlock marked(String page, List<String> text, int line, int end) {
    Matcher mark = MARK.matcher(text.get(line - 1));
    assertThat(mark.matches()).as("%s: no mark before line %d", page, line + 1).isTrue();
    String name = mark.group(2) == null ? "" : mark.group(2);
    List<String> lines = text.subList(line + 1, end).stream().map(String::strip).toList();
    return new PageBlock(mark.group(1), name, lines);
  }

  String text() {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
