package io.github.qbconnector.simulator.conductor;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Checks JSON against the part of JSON Schema that Conductor's request bodies use. */
final class SchemaCheck {

  private final List<String> complaints = new ArrayList<>();

  /** What is wrong, in words like Conductor's; empty if nothing is. */
  Optional<String> complaint(JsonObject schema, JsonValue value) {
    check(schema, value, "");
    return complaints.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", complaints));
  }

  private void check(JsonObject schema, JsonValue value, String at) {
    String expected = schema.getString("type");
    String actual = typeOf(value);
    if (!expected.equals(actual)) {
      complain("Invalid input: expected " + expected + ", received " + actual, at);
      return;
    }
    switch (expected) {
      case "object" -> object(schema, value.asJsonObject(), at);
      case "array" -> array(schema, value.asJsonArray(), at);
      case "string" -> text(schema, ((JsonString) value).getString(), at);
      case "number" -> number(schema, ((JsonNumber) value).bigDecimalValue(), at);
      default -> {}
    }
  }

  private static String typeOf(JsonValue value) {
    return switch (value.getValueType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case NUMBER -> "number";
      case TRUE, FALSE -> "boolean";
      case NULL -> "null";
    };
  }

  private void object(JsonObject schema, JsonObject value, String at) {
    JsonObject properties = schema.getJsonObject("properties");
    if (!schema.getBoolean("additionalProperties", true)) {
      List<String> unknown =
          value.keySet().stream().filter(name -> !properties.containsKey(name)).toList();
      if (!unknown.isEmpty()) {
        complain("Unrecognized key" + (unknown.size() > 1 ? "s: " : ": ") + quoted(unknown), at);
      }
    }
    if (schema.get("required") instanceof JsonArray required) {
      for (JsonString name : required.getValuesAs(JsonString.class)) {
        if (!value.containsKey(name.getString())) {
          complain("Invalid input: required", below(at, name.getString()));
        }
      }
    }
    if (value.size() < schema.getInt("minProperties", 0)) {
      complain("Too small: expected object to have >=1 property", at);
    }
    for (Map.Entry<String, JsonValue> property : properties.entrySet()) {
      if (value.containsKey(property.getKey())) {
        check(
            property.getValue().asJsonObject(),
            value.get(property.getKey()),
            below(at, property.getKey()));
      }
    }
  }

  private void array(JsonObject schema, JsonArray value, String at) {
    int least = schema.getInt("minItems", 0);
    if (value.size() < least) {
      complain("Too small: expected array to have >=" + least + " items", at);
    }
    for (int i = 0; i < value.size(); i++) {
      check(schema.getJsonObject("items"), value.get(i), below(at, Integer.toString(i)));
    }
  }

  private void text(JsonObject schema, String value, String at) {
    int longest = schema.getInt("maxLength", Integer.MAX_VALUE);
    if (value.codePointCount(0, value.length()) > longest) {
      complain("Too big: expected string to have <=" + longest + " characters", at);
    }
    if (schema.get("enum") instanceof JsonArray choices) {
      List<String> known =
          choices.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
      if (!known.contains(value)) {
        complain("Invalid option: expected one of " + quoted(known), at);
      }
    }
    String format = schema.getString("format", "");
    if (!hasFormat(format, value)) {
      complain("Invalid " + format, at);
    }
  }

  private static boolean hasFormat(String format, String value) {
    try {
      return switch (format) {
        case "date" -> LocalDate.parse(value).toString().equals(value);
        case "uuid" -> UUID.fromString(value).toString().equalsIgnoreCase(value);
        case "uri" -> new URI(value).isAbsolute();
        default -> true;
      };
    } catch (DateTimeException | IllegalArgumentException | URISyntaxException e) {
      return false;
    }
  }

  private void number(JsonObject schema, BigDecimal value, String at) {
    if (schema.get("minimum") instanceof JsonNumber least
        && value.compareTo(least.bigDecimalValue()) < 0) {
      complain("Too small: expected number to be >=" + least, at);
    }
    if (schema.get("maximum") instanceof JsonNumber most
        && value.compareTo(most.bigDecimalValue()) > 0) {
      complain("Too big: expected number to be <=" + most, at);
    }
  }

  private static String below(String at, String name) {
    return at.isEmpty() ? name : at + "." + name;
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
  }

  private void complain(String complaint, String at) {
    complaints.add(at.isEmpty() ? complaint : complaint + " at \"" + at + "\"");
  }
}
