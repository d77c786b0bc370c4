package io.github.qbconnector.compatibility.support;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What lives in a JVM after a collection.
 *
 * @param instances how many, by the name of their class, over all class loaders that know it
 * @param bytes how much room all of it takes
 */
public record Histogram(Map<String, Integer> instances, long bytes) {

  /** Reads what {@code jcmd GC.class_histogram} prints. */
  static Histogram of(String printed) {
    Map<String, Integer> instances =
        printed
            .lines()
            .map(line -> line.trim().split("\\s+"))
            .filter(columns -> columns.length >= 4 && columns[0].matches("\\d+:"))
            .collect(
                Collectors.toMap(
                    columns -> columns[3], columns -> Integer.valueOf(columns[1]), Integer::sum));
    long bytes =
        printed
            .lines()
            .map(line -> line.trim().split("\\s+"))
            .filter(columns -> columns.length == 3 && columns[0].equals("Total"))
            .mapToLong(columns -> Long.parseLong(columns[2]))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No histogram: " + printed));
    return new Histogram(instances, bytes);
  }

  /** How many objects live of the classes with such names. */
  int of(Predicate<String> name) {
    return instances.entrySet().stream()
        .filter(type -> name.test(type.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
