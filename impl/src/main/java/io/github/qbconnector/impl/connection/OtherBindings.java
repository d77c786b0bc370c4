package io.github.qbconnector.impl.connection;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells operators that stored connections were made with another environment or client than the
 * configuration names: once for each pair of both, however many connections there are.
 */
final class OtherBindings {
  private static final int MOST = 100;

  private record Pair(String stored, String configured) {}

  private final String connector;
  private final Set<Pair> told = ConcurrentHashMap.newKeySet();

  OtherBindings(String connector) {
    this.connector = connector;
  }

  void found(String stored, String configured) {
    if (told.size() < MOST && told.add(new Pair(stored, configured))) {
      Log.otherBinding(connector, stored, configured);
    }
  }
}
