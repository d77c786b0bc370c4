package io.github.qbconnector.simulator.control;

import io.github.qbconnector.simulator.http.JsonCodec;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The members of a command, each checked for its type. */
final class JsonFields {

  private final JsonObject object;

  private JsonFields(JsonObject object) {
    this.object = object;
  }

  static JsonFields parse(String text) {
    return new JsonFields(JsonCodec.parseObject(text));
  }

  Optional<String> text(String name) {
    return get(name, JsonString.class).map(JsonString::getString);
  }

  String requiredText(String name) {
    return text(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }

  Optional<Integer> integer(String name) {
    return get(name, JsonNumber.class).map(JsonNumber::intValueExact);
  }

  Optional<Duration> seconds(String name) {
    return get(name, JsonNumber.class).map(number -> Duration.ofSeconds(number.longValueExact()));
  }

  Optional<Duration> millis(String name) {
    return get(name, JsonNumber.class).map(number -> Duration.ofMillis(number.longValueExact()));
  }

  Optional<Instant> instant(String name) {
    try {
      return text(name).map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(name + " must be a time such as 2026-01-31T12:00:00Z", e);
    }
  }

  Optional<Boolean> truth(String name) {
    Optional<JsonValue> value = get(name, JsonValue.class);
    if (value.isPresent() && value.get() != JsonValue.TRUE && value.get() != JsonValue.FALSE) {
      throw new IllegalArgumentException(name + " must be true or false");
    }
    return value.map(JsonValue.TRUE::equals);
  }

  Optional<List<String>> texts(String name) {
    return get(name, JsonArray.class)
        .map(array -> array.getValuesAs(JsonString.class))
        .map(list -> list.stream().map(JsonString::getString).toList());
  }

  <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    return text(name).map(text -> constant(text, type));
  }

  /** Takes {@code drop-after-send} as well as {@code DROP_AFTER_SEND}. */
  static <E extends Enum<E>> E constant(String text, Class<E> type) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private <T extends JsonValue> Optional<T> get(String name, Class<T> type) {
    JsonValue value = object.getOrDefault(name, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(name + " has the wrong type");
    }
    return Optional.of(type.cast(value));
  }
}
