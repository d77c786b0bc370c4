package io.github.qbconnector.chaos.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which connections are being refreshed on which nodes, from the lease to its return. */
final class Flights {
  /** A connection is in it more than once where a safeguard was left out. */
  private final Map<Integer, List<String>> byNode = new HashMap<>();

  synchronized void begin(int node, String realm) {
    byNode.computeIfAbsent(node, n -> new ArrayList<>()).add(realm);
  }

  synchronized void end(int node, String realm) {
    boolean unused = byNode.getOrDefault(node, new ArrayList<>()).remove(realm);
  }

  /** The node is gone, and all its refreshes with it. */
  synchronized List<String> endAll(int node) {
    List<String> ended = byNode.remove(node);
    return ended == null ? List.of() : ended;
  }

  synchronized List<String> of(int node) {
    return List.copyOf(byNode.getOrDefault(node, List.of()));
  }

  synchronized List<String> all() {
    return byNode.values().stream().flatMap(List::stream).toList();
  }

  /** A node that refreshes this connection. */
  synchronized Optional<Integer> node(String realm) {
    return byNode.entrySet().stream()
        .filter(entry -> entry.getValue().contains(realm))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
