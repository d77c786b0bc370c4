package io.github.qbconnector.simulator.http;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** JSON in and out; the factories are kept because looking the provider up is slow. */
public final class JsonCodec {

  /** Builders for objects and arrays. */
  public static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
  private static final JsonWriterFactory WRITERS = Json.createWriterFactory(Map.of());

  private JsonCodec() {}

  /**
   * Reads an object; an empty text is an empty object.
   *
   * @throws IllegalArgumentException if the text is not a JSON object
   */
  public static JsonObject parseObject(String text) {
    if (text.isBlank()) {
      return JsonObject.EMPTY_JSON_OBJECT;
    }
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new IllegalArgumentException("Not a JSON object", e);
    }
  }

  /** Writes compact JSON. */
  public static String print(JsonStructure json) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = WRITERS.createWriter(text)) {
      writer.write(json);
    }
    return text.toString();
  }
}
