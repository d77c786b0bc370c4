package io.github.qbconnector.compatibility.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a table says of its cells, whatever the numbers of tests and notes. */
record Said(Map<Place, String> words) {
  private static final String NOT_RUN = "not run";

  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern NOTE = Pattern.compile("(\\d+)\\. (.*)");

  /** Where a cell is. */
  record Place(String section, String row, String column) {
    @Override
    public String toString() {
      return row + ", on " + column;
    }
  }

  /** Reads a table and its notes out of the text around them. */
  static Said in(String text) {
    Map<String, String> notes = new HashMap<>();
    List<List<String>> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher note = NOTE.matcher(line);
      if (note.matches()) {
        notes.put(note.group(1), note.group(2));
      } else if (line.startsWith("| ")) {
        lines.add(BAR.splitAsStream(line).skip(1).map(String::strip).toList());
      }
    }
    Map<Place, String> words = new LinkedHashMap<>();
    String section = "";
    for (List<String> line : lines) {
      String first = line.get(0);
      if (first.startsWith(Table.BOLD)) {
        section = first;
      } else if (!first.isEmpty()) {
        for (int i = 1; i < Math.min(line.size(), lines.get(0).size()); i++) {
          words.put(new Place(section, first, lines.get(0).get(i)), plain(line.get(i), notes));
        }
      }
    }
    return new Said(words);
  }

  private static String plain(String cell, Map<String, String> notes) {
    if (cell.startsWith(Table.PASSED)) {
      return "passed";
    }
    if (cell.startsWith(Table.FAILED)) {
      return "failed";
    }
    if (cell.startsWith(Table.NOTE)) {
      String number = cell.substring(Table.NOTE.length()).split(" ", 2)[0];
      return "explained by \"" + notes.getOrDefault(number, "") + "\"";
    }
    return cell.equals(Table.NOT_RUN) ? NOT_RUN : cell;
  }

  /**
   * Where another table says something else.
   *
   * @param whole whether all tests ran; otherwise what only one of the tables tells of may be so
   */
  List<String> otherwiseIn(Said written, boolean whole) {
    // A launch that did not run has nothing to say; and one that did not run when the other was
    // written, for want of its JDK, is no reason to refuse a machine that has it.
    Set<String> columns =
        words.keySet().stream()
            .filter(this::ran)
            .map(Place::column)
            .filter(column -> !written.leftOut(column))
            .collect(Collectors.toSet());
    return Stream.concat(words.keySet().stream(), written.words.keySet().stream())
        .distinct()
        .filter(place -> columns.contains(place.column()))
        .filter(place -> whole || (ran(place) && written.ran(place)))
        .filter(place -> !at(place).equals(written.at(place)))
        .map(place -> place + ": now " + at(place) + ", written down as " + written.at(place))
        .toList();
  }

  private boolean leftOut(String column) {
    List<Place> places =
        words.keySet().stream().filter(place -> place.column().equals(column)).toList();
    return !places.isEmpty() && places.stream().noneMatch(this::ran);
  }

  private boolean ran(Place place) {
    return !at(place).equals(NOT_RUN);
  }

  private String at(Place place) {
    return words.getOrDefault(place, NOT_RUN);
  }
}
