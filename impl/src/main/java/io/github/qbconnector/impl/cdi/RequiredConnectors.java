package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.gate.RequiresQuickBooks;
import io.github.qbconnector.impl.config.Problem;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.interceptor.Interceptor;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds beans that require a connector which nobody configured, before a user meets them. */
final class RequiredConnectors {
  private final Map<String, SortedSet<String>> classesByConnector = new TreeMap<>();

  void add(AnnotatedType<?> type) {
    if (type.isAnnotationPresent(Interceptor.class)) {
      return; // it serves those that require one
    }
    Stream.concat(Stream.of(type), type.getMethods().stream())
        .map((Annotated place) -> place.getAnnotation(RequiresQuickBooks.class))
        .filter(java.util.Objects::nonNull)
        .forEach(
            required ->
                classesByConnector
                    .computeIfAbsent(required.value(), unknown -> new TreeSet<>())
                    .add(type.getJavaClass().getName()));
  }

  /** How many classes have a gate of their own for a connector. */
  int classes(String connector) {
    return classesByConnector.getOrDefault(connector, Collections.emptySortedSet()).size();
  }

  /** Every connector that is missing. */
  List<Problem> problems(Collection<String> configured) {
    return classesByConnector.entrySet().stream()
        .filter(required -> !configured.contains(required.getKey()))
        .map(
            required ->
                new Problem(
                    "quickbooks.connectors",
                    "no connector '" + required.getKey() + "'",
                    "one, because "
                        + required.getValue().first()
                        + " requires it by @RequiresQuickBooks"))
        .toList();
  }
}
