package io.github.qbconnector.impl.desktop;

import io.github.qbconnector.impl.json.Json;
import jakarta.json.JsonObject;

/** A request of QuickBooks' own language, as JSON with one member. */
record Passthrough(String name, JsonObject document) {

  /**
   * @throws IllegalArgumentException if the text is not such a request
   */
  static Passthrough of(String text) {
    JsonObject document = Json.object(text).orElse(null);
    if (document == null || document.size() != 1) {
      throw new IllegalArgumentException(
          "A request of QuickBooks' own language is a JSON object with one member, such as"
              + " {\"InvoiceQueryRq\": {}}.");
    }
    String name = document.keySet().iterator().next();
    if (!name.matches("[A-Za-z]{2,80}Rq")) {
      throw new IllegalArgumentException(
          "The name of a request of QuickBooks' own language ends in Rq.");
    }
    return new Passthrough(name, document);
  }

  /** Whether it only reads, so that repeating it does no harm. */
  boolean isRead() {
    return name.endsWith("QueryRq");
  }
}
