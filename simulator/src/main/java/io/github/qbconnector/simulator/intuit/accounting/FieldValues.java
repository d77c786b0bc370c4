package io.github.qbconnector.simulator.intuit.accounting;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** The values of an entity's fields, in a form that compares. */
final class FieldValues {

  private FieldValues() {}

  /** The text of a field; of a reference its value, of an e-mail address its address. */
  static Optional<String> text(JsonObject entity, String field) {
    JsonValue value = entity;
    for (String step : field.split("\\.")) {
      value =
          value instanceof JsonObject object
              ? object.getOrDefault(step, JsonValue.NULL)
              : JsonValue.NULL;
    }
    if (value instanceof JsonObject object) {
      value = object.getOrDefault("value", object.getOrDefault("Address", JsonValue.NULL));
    }
    if (value == JsonValue.NULL) {
      return Optional.empty();
    }
    return Optional.of(value instanceof JsonString string ? string.getString() : value.toString());
  }

  static int compare(FieldType type, String left, String right) {
    try {
      return switch (type) {
        case TEXT -> fold(left).compareTo(fold(right));
        case NUMBER -> new BigDecimal(left).compareTo(new BigDecimal(right));
        case BOOLEAN -> Boolean.compare(truth(left), truth(right));
        case TIME -> time(left).compareTo(time(right));
      };
    } catch (NumberFormatException | DateTimeException e) {
      throw AccountingFault.queryValidationError("value " + right + " does not fit the property");
    }
  }

  static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean truth(String text) {
    if (text.equalsIgnoreCase("true")) {
      return true;
    }
    if (text.equalsIgnoreCase("false")) {
      return false;
    }
    throw AccountingFault.queryValidationError("value " + text + " is neither true nor false");
  }

  private static Instant time(String text) {
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d{2}:?\\d{2}");
    return OffsetDateTime.parse(zoned ? text : text + "Z").toInstant();
  }
}
