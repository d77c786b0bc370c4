package io.github.qbconnector.impl.http;

import io.github.qbconnector.impl.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/**
 * Maps documents to the application's own classes by the server's JSON-B. The only place that needs
 * a JSON feature on the server, and only when it is called.
 */
public final class ApplicationMapping {
  private ApplicationMapping() {}

  public static <T> T map(JsonObject document, Class<T> type) {
    // Through text: the connector's JSON-P is relocated and not the one JSON-B knows.
    try (Jsonb jsonb = JsonbBuilder.create()) {
      return jsonb.fromJson(Json.write(document), type);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("JSON-B did not close", e);
    }
  }
}
