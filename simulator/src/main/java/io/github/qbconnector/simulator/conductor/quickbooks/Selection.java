package io.github.qbconnector.simulator.conductor.quickbooks;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** Which records a query wants: some by name, or all that meet its conditions. */
public final class Selection {

  private final List<Predicate<JsonObject>> conditions = new ArrayList<>();
  private final List<Predicate<JsonObject>> wanted = new ArrayList<>();
  private final List<String> wantedNames = new ArrayList<>();

  /** Wants all records. */
  public Selection() {}

  /**
   * Wants these records and no others: QuickBooks ignores every condition then, and refuses the
   * whole query if one of them is missing.
   */
  public Selection exactly(String field, List<String> values, boolean ignoreCase) {
    for (String value : values) {
      wantedNames.add(value);
      wanted.add(
          record ->
              ignoreCase
                  ? text(record, field).equalsIgnoreCase(value)
                  : text(record, field).equals(value));
    }
    return this;
  }

  /** Wants records that meet this condition too. */
  public Selection where(Predicate<JsonObject> condition) {
    conditions.add(condition);
    return this;
  }

  /** Wants records whose reference is one of these; no ids want all. */
  public Selection referring(String field, List<String> ids) {
    return ids.isEmpty()
        ? this
        : where(
            record ->
                record.get(field) instanceof JsonObject reference
                    && ids.contains(reference.getString("id")));
  }

  /** Wants records whose amount compares with this one so. */
  public Selection amount(String field, String amount, IntPredicate comparison) {
    BigDecimal limit = Amounts.decimal(amount);
    return where(record -> comparison.test(new BigDecimal(text(record, field)).compareTo(limit)));
  }

  /** Wants records with this text in a field. */
  public Selection containing(String field, String part) {
    return where(record -> lower(text(record, field)).contains(lower(part)));
  }

  /** Wants records where a field starts so. */
  public Selection starting(String field, String start) {
    return where(record -> lower(text(record, field)).startsWith(lower(start)));
  }

  /** Wants records where a field ends so. */
  public Selection ending(String field, String end) {
    return where(record -> lower(text(record, field)).endsWith(lower(end)));
  }

  /** Wants records whose field compares so: by number where both are, else by letters. */
  public Selection ranging(String field, String bound, IntPredicate comparison) {
    return where(record -> comparison.test(compare(text(record, field), bound)));
  }

  private static int compare(String value, String bound) {
    boolean numeric = isNumber(value) && isNumber(bound);
    return numeric
        ? new BigDecimal(value).compareTo(new BigDecimal(bound))
        : lower(value).compareTo(lower(bound));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
  }

  /** Wants records changed at this time or later; a date means the start of the machine's day. */
  public Selection updatedFrom(String time) {
    Instant from = instant(time, LocalTime.MIN);
    return where(record -> !updatedAt(record).isBefore(from));
  }

  /** Wants records changed at this time or earlier; a date means the end of the machine's day. */
  public Selection updatedUntil(String time) {
    Instant until = instant(time, LocalTime.MAX);
    return where(record -> !updatedAt(record).isAfter(until));
  }

  private static Instant updatedAt(JsonObject record) {
    return OffsetDateTime.parse(text(record, "updatedAt")).toInstant();
  }

  private static Instant instant(String time, LocalTime ofDay) {
    try {
      if (!time.contains("T")) {
        return LocalDate.parse(time).atTime(ofDay).toInstant(Books.zone());
      }
      boolean offset = time.endsWith("Z") || time.lastIndexOf('-') > 7 || time.contains("+");
      return offset
          ? OffsetDateTime.parse(time).toInstant()
          : LocalDateTime.parse(time).toInstant(Books.zone());
    } catch (DateTimeException e) {
      throw Refusals.invalidDate(time);
    }
  }

  /**
   * The records that are wanted, in their order.
   *
   * @throws RefusedException if one that was named is missing
   */
  public List<JsonObject> from(List<JsonObject> records) {
    if (wanted.isEmpty()) {
      return records.stream()
          .filter(record -> conditions.stream().allMatch(condition -> condition.test(record)))
          .toList();
    }
    List<JsonObject> found = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      List<JsonObject> matches = records.stream().filter(wanted.get(i)).toList();
      if (matches.isEmpty()) {
        throw Refusals.notFoundByQuery(wantedNames.get(i));
      }
      found.addAll(matches);
    }
    return found.stream().distinct().toList();
  }

  private static String text(JsonObject record, String field) {
    return record.get(field) instanceof JsonString text ? text.getString() : "";
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
