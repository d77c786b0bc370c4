package io.github.qbconnector.simulator.conductor.quickbooks;

import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.JsonResource;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** All fields of one kind of record, so that answers are whole: what is empty is null or []. */
final class RecordShape {

  private static final JsonObject SHAPES = JsonResource.read(RecordShape.class, "records.json");

  private static final String VALUE = "value";
  private static final String REFERENCE = "reference";

  private final JsonObject fields;

  private RecordShape(JsonObject fields) {
    this.fields = fields;
  }

  static RecordShape of(String record) {
    return new RecordShape(SHAPES.getJsonObject(record));
  }

  /** A record with the given fields, named as in answers, and all others empty. */
  JsonObject complete(JsonObject given) {
    return merge(fields, JsonObject.EMPTY_JSON_OBJECT, given, (field, id) -> id, false);
  }

  /**
   * A record as a request leaves it: what the request does not name stays as it was.
   *
   * @param nameOf finds the full name that belongs to a field and an id, or an empty text
   */
  JsonObject apply(JsonObject old, JsonObject request, BinaryOperator<String> nameOf) {
    return merge(fields, old, request, nameOf, true);
  }

  private static JsonObject merge(
      JsonObject shape,
      JsonObject old,
      JsonObject given,
      BinaryOperator<String> nameOf,
      boolean byId) {
    JsonObjectBuilder record = JsonCodec.BUILDERS.createObjectBuilder();
    for (Map.Entry<String, JsonValue> field : shape.entrySet()) {
      String name = field.getKey();
      JsonValue kind = field.getValue();
      JsonValue before = old.getOrDefault(name, JsonValue.NULL);
      record.add(
          name,
          switch (kind.getValueType()) {
            case OBJECT -> nested(kind.asJsonObject(), before, given.get(name), nameOf, byId);
            case ARRAY -> list(kind.asJsonArray(), before, given.get(name), nameOf, byId);
            default ->
                switch (((JsonString) kind).getString()) {
                  case VALUE -> given.getOrDefault(name, before);
                  case REFERENCE ->
                      byId && given.containsKey(name + "Id")
                          ? reference(name, given.getString(name + "Id"), nameOf)
                          : given.getOrDefault(name, before);
                  default -> kind;
                };
          });
    }
    return record.build();
  }

  private static JsonValue nested(
      JsonObject shape,
      JsonValue before,
      @Nullable JsonValue given,
      BinaryOperator<String> nameOf,
      boolean byId) {
    if (!(given instanceof JsonObject object)) {
      return before;
    }
    JsonObject old = before instanceof JsonObject known ? known : JsonObject.EMPTY_JSON_OBJECT;
    return merge(shape, old, object, nameOf, byId);
  }

  private static JsonValue list(
      JsonArray shape,
      JsonValue before,
      @Nullable JsonValue given,
      BinaryOperator<String> nameOf,
      boolean byId) {
    if (!(given instanceof JsonArray elements)) {
      return before == JsonValue.NULL ? JsonValue.EMPTY_JSON_ARRAY : before;
    }
    JsonArrayBuilder list = JsonCodec.BUILDERS.createArrayBuilder();
    for (JsonValue element : elements) {
      list.add(
          merge(
              shape.getJsonObject(0),
              JsonObject.EMPTY_JSON_OBJECT,
              element.asJsonObject(),
              nameOf,
              byId));
    }
    return list.build();
  }

  private static JsonObject reference(String field, String id, BinaryOperator<String> nameOf) {
    String fullName = nameOf.apply(field, id);
    return JsonCodec.BUILDERS
        .createObjectBuilder()
        .add("id", id)
        .add("fullName", fullName.isEmpty() ? JsonValue.NULL : Json.createValue(fullName))
        .build();
  }
}
