package io.github.qbconnector.impl.json;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Optional;
import org.eclipse.parsson.JsonProviderImpl;
import org.jspecify.annotations.Nullable;

/**
 * JSON-P as the connector carries it, so that no server feature is needed and no service look-up
 * can find somebody else's.
 */
public final class Json {
  /** Stateless, as every provider of JSON-P is. */
  public static final JsonProvider PROVIDER = new JsonProviderImpl();

  private Json() {}

  /** Parses a text; empty if it is not a JSON object. Decided by the text, not by its label. */
  public static Optional<JsonObject> object(String text) {
    String trimmed = text.stripLeading();
    if (!trimmed.startsWith("{")) {
      return Optional.empty();
    }
    try (JsonReader reader = PROVIDER.createReader(new StringReader(trimmed))) {
      return Optional.of(reader.readObject());
    } catch (RuntimeException e) {
      // Not only JsonException: what is nested too deeply ends in a plain one.
      return Optional.empty();
    }
  }

  /** A member as text, whether it came as a string or a number; {@code null} if there is none. */
  public static @Nullable String text(JsonObject object, String name) {
    JsonValue value = object.get(name);
    if (value instanceof JsonString string) {
      return string.getString();
    }
    return value instanceof JsonNumber number ? number.toString() : null;
  }

  /** A member as a whole number, whether it came as a number or a string. */
  public static Optional<Long> number(JsonObject object, String name) {
    String text = text(object, name);
    return text != null && text.matches("-?\\d{1,18}")
        ? Optional.of(Long.valueOf(text))
        : Optional.empty();
  }

  /** Writes a document. */
  public static String write(JsonStructure structure) {
    StringWriter out = new StringWriter();
    try (JsonWriter writer = PROVIDER.createWriter(out)) {
      writer.write(structure);
    }
    return out.toString();
  }
}
