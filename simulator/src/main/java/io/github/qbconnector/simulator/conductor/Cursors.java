package io.github.qbconnector.simulator.conductor;

import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The lists that are being paged through. QuickBooks keeps one iterator for each: its name stays
 * the same from page to page, and it is gone when it is not used for ten seconds or at its end.
 */
final class Cursors {

  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  /**
   * A page.
   *
   * @param cursor for the next page; empty on the last one
   */
  record Page(List<JsonObject> records, Optional<String> cursor, int remaining) {}

  private record Open(
      String endUserId, Operation operation, List<JsonObject> rest, Instant answeredAt) {}

  private final Clock clock;
  private final Map<String, Open> open = new HashMap<>();

  Cursors(Clock clock) {
    this.clock = clock;
  }

  /** The first page of a new list. */
  Page first(String endUserId, Operation operation, List<JsonObject> records, int limit) {
    return page(UUID.randomUUID().toString(), endUserId, operation, records, limit);
  }

  /** The next page. */
  synchronized Page next(String cursor, String endUserId, Operation operation, int limit) {
    Open list = open.remove(cursor);
    if (list == null || !list.endUserId().equals(endUserId) || list.operation() != operation) {
      throw ConductorError.badCursor(
          "The cursor is unknown, or its last page has been sent already.");
    }
    if (isOlder(list, IDLE)) {
      throw ConductorError.badCursor(
          "The cursor has expired: the next page must be requested within 10 seconds.");
    }
    return page(cursor, endUserId, operation, list.rest(), limit);
  }

  private boolean isOlder(Open list, Duration age) {
    return clock.instant().isAfter(list.answeredAt().plus(age));
  }

  private synchronized Page page(
      String cursor, String endUserId, Operation operation, List<JsonObject> records, int limit) {
    int size = Math.min(limit, records.size());
    List<JsonObject> rest = records.subList(size, records.size());
    if (rest.isEmpty()) {
      return new Page(records, Optional.empty(), 0);
    }
    open.values().removeIf(list -> isOlder(list, FORGOTTEN_AFTER));
    open.put(cursor, new Open(endUserId, operation, rest, clock.instant()));
    return new Page(records.subList(0, size), Optional.of(cursor), rest.size());
  }
}
