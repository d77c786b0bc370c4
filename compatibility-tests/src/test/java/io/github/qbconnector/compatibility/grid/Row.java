package io.github.qbconnector.compatibility.grid;

import io.github.qbconnector.compatibility.support.GridRow.Section;
import java.util.Comparator;

/** What is put on each server, in one part of the grid. */
record Row(Section section, String name) implements Comparable<Row> {
  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::section)
          .thenComparing(Row::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Row::name);

  @Override
  public int compareTo(Row other) {
    return ORDER.compare(this, other);
  }
}
