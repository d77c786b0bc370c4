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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;

/** One kind of record in qbXML's names and in Conductor's. */
final class QbxmlNames {

  private static final JsonObject NAMES = JsonResource.read(QbxmlNames.class, "qbxml.json");
  private static final List<String> READ_ONLY = texts("readOnly");
  private static final List<String> CHOICES = texts("choices");

  private static final String REF = "Ref";

  private final JsonObject elements;

  private QbxmlNames(JsonObject elements) {
    this.elements = elements;
  }

  private static List<String> texts(String list) {
    return NAMES.getJsonArray(list).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }

  static QbxmlNames of(String record) {
    return new QbxmlNames(NAMES.getJsonObject("records").getJsonObject(record));
  }

  /** A record in qbXML's names: what is empty is left out, a single line stands without a list. */
  JsonObject toQbxml(JsonObject record) {
    return toQbxml(elements, record);
  }

  private static JsonObject toQbxml(JsonObject elements, JsonObject record) {
    JsonObjectBuilder answer = JsonCodec.BUILDERS.createObjectBuilder();
    for (Map.Entry<String, JsonValue> element : elements.entrySet()) {
      String name = element.getKey();
      if (element.getValue() instanceof JsonObject part) {
        JsonValue value = record.getOrDefault(part.getString("of"), JsonValue.NULL);
        if (value instanceof JsonObject object) {
          answer.add(name, toQbxml(part.getJsonObject("fields"), object));
        } else if (value instanceof JsonArray list && !list.isEmpty()) {
          answer.add(name, toQbxml(part.getJsonObject("each"), list));
        }
      } else {
        String field = ((JsonString) element.getValue()).getString();
        JsonValue value = record.getOrDefault(field, JsonValue.NULL);
        if (value instanceof JsonObject reference) {
          answer.add(name, reference(reference));
        } else if (value != JsonValue.NULL) {
          answer.add(name, CHOICES.contains(field) ? pascal(value) : value);
        }
      }
    }
    return answer.build();
  }

  private static JsonValue toQbxml(JsonObject elements, JsonArray list) {
    if (list.size() == 1) {
      return toQbxml(elements, list.getJsonObject(0));
    }
    JsonArrayBuilder all = JsonCodec.BUILDERS.createArrayBuilder();
    list.getValuesAs(JsonObject.class).forEach(one -> all.add(toQbxml(elements, one)));
    return all.build();
  }

  private static JsonObject reference(JsonObject reference) {
    JsonObjectBuilder answer =
        JsonCodec.BUILDERS.createObjectBuilder().add("ListID", reference.getString("id"));
    if (reference.get("fullName") != JsonValue.NULL) {
      answer.add("FullName", reference.getString("fullName"));
    }
    return answer.build();
  }

  /** {@code in_progress} is {@code InProgress} in qbXML. */
  private static JsonValue pascal(JsonValue value) {
    StringBuilder text = new StringBuilder();
    for (String word : ((JsonString) value).getString().split("_")) {
      text.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return Json.createValue(text.toString());
  }

  private static JsonValue snake(JsonValue value) {
    return Json.createValue(
        ((JsonString) value)
            .getString()
            .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
            .toLowerCase(Locale.ROOT));
  }

  /**
   * What an add or a modification asks for, in Conductor's names.
   *
   * @param idOf finds the id that belongs to an element and a full name
   * @throws RefusedException for an element that QuickBooks does not take here
   */
  JsonObject fromQbxml(JsonObject request, BinaryOperator<String> idOf) {
    return fromQbxml(elements, request, idOf);
  }

  private static JsonObject fromQbxml(
      JsonObject elements, JsonObject request, BinaryOperator<String> idOf) {
    JsonObjectBuilder translated = JsonCodec.BUILDERS.createObjectBuilder();
    for (Map.Entry<String, JsonValue> entry : request.entrySet()) {
      String name = entry.getKey().replaceFirst("Line(Add|Mod)$", "LineRet");
      JsonValue element = elements.get(name);
      if (element instanceof JsonObject part) {
        String field = part.getString("of");
        if (part.containsKey("each")) {
          translated.add(field, lines(part.getJsonObject("each"), entry.getValue(), idOf));
        } else if (entry.getValue() instanceof JsonObject object) {
          translated.add(field, fromQbxml(part.getJsonObject("fields"), object, idOf));
        } else {
          throw Refusals.cannotParse(entry.getKey() + " must be an aggregate.");
        }
      } else if (element instanceof JsonString field && isWritable(name, field.getString())) {
        scalar(translated, name, field.getString(), entry.getValue(), idOf);
      } else {
        throw Refusals.cannotParse("unexpected element " + entry.getKey() + ".");
      }
    }
    return translated.build();
  }

  private static boolean isWritable(String element, String field) {
    return element.equals("TxnLineID") || !READ_ONLY.contains(field);
  }

  private static JsonArrayBuilder lines(
      JsonObject elements, JsonValue value, BinaryOperator<String> idOf) {
    JsonArrayBuilder lines = JsonCodec.BUILDERS.createArrayBuilder();
    List<JsonValue> all = value instanceof JsonArray list ? list : List.of(value);
    for (JsonValue line : all) {
      if (!(line instanceof JsonObject object)) {
        throw Refusals.cannotParse("a line must be an aggregate.");
      }
      lines.add(fromQbxml(elements, object, idOf));
    }
    return lines;
  }

  private static void scalar(
      JsonObjectBuilder translated,
      String element,
      String field,
      JsonValue value,
      BinaryOperator<String> idOf) {
    if (element.endsWith(REF)) {
      if (!(value instanceof JsonObject reference)) {
        throw Refusals.cannotParse(element + " must be an aggregate.");
      }
      String id = reference.getString("ListID", "");
      translated.add(
          field + "Id",
          id.isEmpty() ? idOf.apply(element, reference.getString("FullName", "")) : id);
    } else {
      translated.add(
          field, CHOICES.contains(field) ? snake(plain(field, value)) : plain(field, value));
    }
  }

  /** Callers of qbXML may write a truth or a quantity as text, and an amount as a number. */
  private static JsonValue plain(String field, JsonValue value) {
    String said = value instanceof JsonString text ? text.getString() : value.toString();
    switch (value.getValueType()) {
      case STRING, NUMBER, TRUE, FALSE -> {}
      default -> throw Refusals.cannotParse("an element for " + field + " is not simple.");
    }
    if (field.equals("quantity")) {
      return Json.createValue(Amounts.decimal(said));
    }
    if (!field.startsWith("is")) {
      return Json.createValue(said);
    }
    return switch (said) {
      case "true" -> JsonValue.TRUE;
      case "false" -> JsonValue.FALSE;
      default -> throw Refusals.cannotParse(field + " must be true or false.");
    };
  }
}
