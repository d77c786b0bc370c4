package io.github.qbconnector.simulator.intuit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Forgets its oldest entries, so that a simulator under load for days stays small. */
@SuppressWarnings("serial")
final class BoundedMap<K, V> extends LinkedHashMap<K, V> {

  private final int capacity;

  BoundedMap(int capacity) {
    this.capacity = capacity;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > capacity;
  }
}
