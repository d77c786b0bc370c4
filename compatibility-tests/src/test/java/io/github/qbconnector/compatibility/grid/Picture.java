package io.github.qbconnector.compatibility.grid;

import io.github.qbconnector.compatibility.grid.Cell.State;
import io.github.qbconnector.compatibility.support.GridRow.Section;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The grid as a picture. It brings its own ground, since a page's may be dark where the reader's
 * system is not; and marks, since not everybody tells its colours apart.
 */
final class Picture {
  private static final int MARGIN = 24;
  private static final int LABELS = 330;
  private static final int COLUMN = 80;
  private static final int LINE = 26;
  private static final int HEAD = 96;

  private static final int LINE_OF_TEXT = 15;

  /** As much of a row's name as has room in a line, in any font, up to a space. */
  private static final Pattern LINE_OF_NAME = Pattern.compile("(\\S{46}|.{1,46}(?!\\S)) ?");

  private static final String STYLE =
      """
      <style>
        .ground{fill:#fff;stroke:#d0d7de}
        .line{stroke:#d8dee4}
        text{fill:#1d2327;font-size:13px}
        .quiet{fill:#59636e;font-size:12px}
        .bold{font-weight:600}
        .middle{text-anchor:middle}
        .passed rect{fill:#d3efdd}
        .passed path{stroke:#176639}
        .explained rect{fill:#dbe6f6}
        .explained text{fill:#1d4f91;font-weight:600;font-size:12px}
        .not-run rect{fill:none}
        .not-run path{stroke:#7b858f}
        .failed rect{fill:#b3261e}
        .failed path{stroke:#fff}
        .cell path{fill:none;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
        @media (prefers-color-scheme:dark){
          .ground{fill:#14191e;stroke:#363d45}
          .line{stroke:#2b3138}
          text{fill:#e6eaee}
          .quiet{fill:#9aa4ae}
          .passed rect{fill:#1c4630}
          .passed path{stroke:#85dcab}
          .explained rect{fill:#223a5e}
          .explained text{fill:#a9c8f5}
          .not-run path{stroke:#8a949e}
          .failed rect{fill:#e5534b}
        }
      </style>
      """;

  private final Grid grid;
  private final StringBuilder svg = new StringBuilder();
  private int y = HEAD;

  private Picture(Grid grid) {
    this.grid = grid;
  }

  /** The picture, as SVG. */
  static String of(Grid grid) {
    return new Picture(grid).draw();
  }

  private String draw() {
    columnHeads();
    Section section = null;
    for (Row row : grid.rows()) {
      if (row.section() != section) {
        section = row.section();
        sectionHead(section);
      }
      row(row);
    }
    legend();
    int width = centre(grid.columns().size()) - COLUMN / 2 + MARGIN;
    return head(width, y) + svg + "</svg>\n";
  }

  private String head(int width, int height) {
    return text(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d"\
             font-family="system-ui, sans-serif" role="img" aria-labelledby="title description">
            <title id="title">What was tested on which server</title>
            <desc id="description">%3$s.</desc>
            """,
            width, height, escaped(grid.summary()))
        + STYLE
        + text(
            """
            <rect class="ground" x="0.5" y="0.5" width="%d" height="%d" rx="8"/>
            """,
            width - 1, height - 1);
  }

  private void columnHeads() {
    int first = 0;
    for (int i = 0; i < grid.columns().size(); i++) {
      Column column = grid.columns().get(i);
      words("quiet middle", centre(i), 80, "JDK " + column.jdk());
      boolean last =
          i + 1 == grid.columns().size() || !column.sameServerAs(grid.columns().get(i + 1));
      if (last) {
        int middle = (centre(first) + centre(i)) / 2;
        words("bold middle", middle, 34, column.server());
        words("quiet middle", middle, 52, column.version());
        line(centre(first) - COLUMN / 2 + 8, centre(i) + COLUMN / 2 - 8, 62);
        first = i + 1;
      }
    }
  }

  private void sectionHead(Section section) {
    y += 24;
    words("bold", MARGIN, y, section.title());
    y += 10;
  }

  private void row(Row row) {
    line(MARGIN, centre(grid.columns().size() - 1) + COLUMN / 2, y);
    List<String> lines =
        LINE_OF_NAME.matcher(row.name()).results().map(line -> line.group(1)).toList();
    for (int i = 0; i < lines.size(); i++) {
      words("", MARGIN, y + LINE / 2 + 4 + i * LINE_OF_TEXT, lines.get(i));
    }
    int height = LINE + (lines.size() - 1) * LINE_OF_TEXT;
    int middle = y + height / 2;
    for (int i = 0; i < grid.columns().size(); i++) {
      Column column = grid.columns().get(i);
      Cell cell = grid.cell(row, column);
      mark(cell.state(), note(cell), centre(i), middle, row.name() + " on " + column.title());
    }
    y += height;
  }

  private void legend() {
    y += 36;
    legend(State.PASSED, MARGIN, "");
    legend(State.NOT_RUN, MARGIN + 140, "");
    legend(State.FAILED, MARGIN + 280, "");
    y += LINE;
    legend(State.EXPLAINED, MARGIN, ": not possible there, see note n");
    y += 26;
  }

  private void legend(State state, int x, String remark) {
    mark(state, "n", x + 20, y, "");
    words("quiet", x + 48, y + 4, grid.count(state) + " " + state.words() + remark);
  }

  private void mark(State state, String note, int x, int middle, String what) {
    svg.append(
        text(
            """
            <g class="%s %s" transform="translate(%d %d)">\
            """,
            what.isEmpty() ? "legend cell" : "cell", style(state), x, middle));
    if (!what.isEmpty()) {
      svg.append(text("<title>%s: %s</title>", escaped(what), state.words()));
    }
    svg.append("<rect x=\"-20\" y=\"-9\" width=\"40\" height=\"18\" rx=\"9\"/>");
    svg.append(
        switch (state) {
          case PASSED -> "<path d=\"M-5 0L-1.5 3.5L5-3.5\"/>";
          case EXPLAINED -> text("<text class=\"middle\" y=\"4\">%s</text>", note);
          case NOT_RUN -> "<path d=\"M-4 0H4\"/>";
          case FAILED -> "<path d=\"M-4-4L4 4M4-4L-4 4\"/>";
        });
    svg.append("</g>\n");
  }

  private String note(Cell cell) {
    return Integer.toString(grid.note(cell));
  }

  private void words(String style, int x, int baseline, String words) {
    svg.append(
        text(
            "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n",
            style, x, baseline, escaped(words)));
  }

  private void line(int from, int to, int at) {
    svg.append(text("<path class=\"line\" d=\"M%d %d.5H%d\"/>\n", from, at, to));
  }

  private static int centre(int column) {
    return MARGIN + LABELS + column * COLUMN + COLUMN / 2;
  }

  private static String style(State state) {
    return state.words().replace(' ', '-');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
