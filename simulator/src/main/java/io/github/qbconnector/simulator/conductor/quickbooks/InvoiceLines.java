package io.github.qbconnector.simulator.conductor.quickbooks;

import io.github.qbconnector.simulator.http.JsonCodec;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the lines of a request their ids, and what an existing line keeps. */
final class InvoiceLines {

  private static final String NEW = "-1";

  private InvoiceLines() {}

  static JsonObject numbered(JsonObject request, JsonObject invoice, Books books) {
    JsonObjectBuilder result = JsonCodec.BUILDERS.createObjectBuilder(request);
    for (String list : List.of("lines", "lineGroups")) {
      if (request.get(list) instanceof JsonArray lines) {
        JsonArrayBuilder numbered = JsonCodec.BUILDERS.createArrayBuilder();
        for (JsonObject line : lines.getValuesAs(JsonObject.class)) {
          numbered.add(numbered(line, invoice, list, books));
        }
        result.add(list, numbered);
      }
    }
    return result.build();
  }

  private static JsonObjectBuilder numbered(
      JsonObject line, JsonObject invoice, String list, Books books) {
    String id = line.getString("id", NEW);
    if (id.equals(NEW)) {
      JsonObjectBuilder fresh = JsonCodec.BUILDERS.createObjectBuilder();
      if (list.equals("lineGroups")) {
        fresh.add("shouldPrintItemsInGroup", false).add("totalAmount", "0.00");
      }
      line.forEach(fresh::add);
      return fresh.add("id", books.nextTransactionId());
    }
    JsonObject old = find(invoice, list, id).orElseThrow(() -> Refusals.notFound(id));
    JsonObjectBuilder kept = JsonCodec.BUILDERS.createObjectBuilder(old);
    // Where only the quantity or the rate comes, the amount follows from them again.
    if (!line.containsKey("amount") && (line.containsKey("quantity") || line.containsKey("rate"))) {
      kept.remove("amount");
    }
    for (Map.Entry<String, JsonValue> field : line.entrySet()) {
      kept.add(field.getKey(), field.getValue());
    }
    return kept;
  }

  private static Optional<JsonObject> find(JsonObject invoice, String list, String id) {
    return invoice.get(list) instanceof JsonArray lines
        ? lines.getValuesAs(JsonObject.class).stream()
            .filter(line -> line.getString("id").equals(id))
            .findFirst()
        : Optional.empty();
  }
}
