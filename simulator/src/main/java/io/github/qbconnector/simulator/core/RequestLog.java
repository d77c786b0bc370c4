package io.github.qbconnector.simulator.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Every request that reached the simulated provider. The newest 100,000 are kept one by one;
 * numbers go on counting.
 */
public final class RequestLog {

  private static final int CAPACITY = 100_000;

  private final Deque<LoggedRequest> entries = new ArrayDeque<>();
  private final Map<EndpointKind, Long> counts = new EnumMap<>(EndpointKind.class);
  private long sequence;
  private long metered;
  private long rotations;

  /** Adds a request and answers it with the next number. */
  public synchronized LoggedRequest add(LoggedRequest request) {
    sequence++;
    if (entries.size() == CAPACITY) {
      entries.removeFirst();
    }
    LoggedRequest numbered = request.numbered(sequence);
    entries.addLast(numbered);
    counts.merge(request.endpoint(), 1L, Long::sum);
    if (request.metered()) {
      metered++;
    }
    if (request.rotated()) {
      rotations++;
    }
    return numbered;
  }

  /** How many requests came for this kind of endpoint; ANY counts all. */
  public synchronized long count(EndpointKind endpoint) {
    return endpoint == EndpointKind.ANY
        ? counts.values().stream().mapToLong(Long::longValue).sum()
        : counts.getOrDefault(endpoint, 0L);
  }

  /** How many of the kept requests meet a condition. */
  public synchronized long count(Predicate<? super LoggedRequest> condition) {
    return entries.stream().filter(condition).count();
  }

  /** How many requests Intuit would charge. */
  public synchronized long metered() {
    return metered;
  }

  /** How often a refresh token got a new value. */
  public synchronized long rotations() {
    return rotations;
  }

  /** The kept requests, oldest first. */
  public synchronized List<LoggedRequest> list() {
    return List.copyOf(entries);
  }

  /** The newest kept requests, newest first. */
  public synchronized List<LoggedRequest> newest(int limit) {
    List<LoggedRequest> newest = new ArrayList<>();
    Iterator<LoggedRequest> backwards = entries.descendingIterator();
    while (newest.size() < limit && backwards.hasNext()) {
      newest.add(backwards.next());
    }
    return newest;
  }

  /** The newest request. */
  public synchronized Optional<LoggedRequest> last() {
    return Optional.ofNullable(entries.peekLast());
  }

  /** Forgets all requests and all counts; numbers go on. */
  public synchronized void clear() {
    entries.clear();
    counts.clear();
    metered = 0;
    rotations = 0;
  }
}
