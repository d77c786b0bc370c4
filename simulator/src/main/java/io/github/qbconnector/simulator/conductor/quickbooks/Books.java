package io.github.qbconnector.simulator.conductor.quickbooks;

import io.github.qbconnector.simulator.http.JsonCodec;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The records of a company file, and what QuickBooks gives them: ids, edit sequences, times of the
 * machine's own zone. Its monitor guards a company file as a whole.
 */
final class Books {

  private static final ZoneOffset ZONE = ZoneOffset.ofHours(-5);
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

  private static final long FIRST_LIST_ID = 0x80000001L;
  private static final long FIRST_TRANSACTION = 0x1A0;
  private static final int FIRST_REF_NUMBER = 1001;

  final Map<String, JsonObject> customers = new LinkedHashMap<>();
  final Map<String, JsonObject> invoices = new LinkedHashMap<>();

  private final Clock clock;
  private final Set<String> locked = new HashSet<>();
  private long listIds = FIRST_LIST_ID;
  private long transactionIds = FIRST_TRANSACTION;
  private int refNumbers = FIRST_REF_NUMBER;
  private long lastRevision;

  Books(Clock clock) {
    this.clock = clock;
  }

  /** List objects have ids of their own range. */
  String nextListId() {
    return hex(listIds++) + "-" + clock.instant().getEpochSecond();
  }

  /** A transaction and its lines draw from one range. */
  String nextTransactionId() {
    return hex(transactionIds++) + "-" + clock.instant().getEpochSecond();
  }

  private static String hex(long number) {
    return Long.toHexString(number).toUpperCase(Locale.ROOT);
  }

  /** QuickBooks numbers a document that comes without a number. */
  String nextRefNumber() {
    return Integer.toString(refNumbers++);
  }

  /** An edit sequence is a time in seconds; two changes within one second still differ. */
  String nextRevision() {
    lastRevision = Math.max(lastRevision + 1, clock.instant().getEpochSecond());
    return Long.toString(lastRevision);
  }

  String now() {
    return TIMESTAMP.format(clock.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(ZONE));
  }

  LocalDate today() {
    return clock.instant().atOffset(ZONE).toLocalDate();
  }

  static ZoneOffset zone() {
    return ZONE;
  }

  void lockNextWrite(String recordId) {
    locked.add(recordId);
  }

  /**
   * Refuses once if somebody has the record open, or one that it refers to.
   *
   * @param related the id of a record that the write refers to; empty if there is none
   */
  void checkLock(String id, String related) {
    if (locked.remove(id)) {
      throw Refusals.inUse(id);
    }
    if (!related.isEmpty() && locked.remove(related)) {
      throw Refusals.relatedInUse(id, related);
    }
  }

  void clear() {
    customers.clear();
    invoices.clear();
    locked.clear();
  }

  /** What a changed record gets: a new edit sequence and a new time. */
  JsonObject touched(JsonObject record) {
    return JsonCodec.BUILDERS
        .createObjectBuilder(record)
        .add("updatedAt", now())
        .add("revisionNumber", nextRevision())
        .build();
  }
}
