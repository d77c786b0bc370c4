package io.github.qbconnector.simulator.conductor;

import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.JsonResource;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Reads the bodies of requests and checks them against Conductor's own schemas. */
final class RequestBodies {

  private static final JsonObject OPERATIONS =
      JsonResource.read(RequestBodies.class, "requests.json").getJsonObject("operations");

  /** The body of an operation, as the OpenAPI document names it. */
  JsonObject read(SimulatorRequest request, String operation) {
    if (!request.headerMentions("Content-Type", "application/json")) {
      throw ConductorError.invalid("The body must be JSON, with the matching Content-Type.");
    }
    JsonObject body = parse(request.bodyText());
    Optional<String> complaint =
        new SchemaCheck().complaint(OPERATIONS.getJsonObject(operation), body);
    if (complaint.isPresent()) {
      throw ConductorError.invalid(complaint.get());
    }
    return body;
  }

  private static JsonObject parse(String text) {
    if (text.isBlank()) {
      throw ConductorError.invalid("The body must be a JSON object.");
    }
    try {
      return JsonCodec.parseObject(text);
    } catch (IllegalArgumentException e) {
      throw ConductorError.invalid("The body must be a JSON object.");
    }
  }
}
