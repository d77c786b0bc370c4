package io.github.qbconnector.simulator.conductor;

import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;

/** End-users over the wire. */
final class EndUserEndpoint {

  private final EndUsers endUsers;
  private final RequestBodies bodies;

  EndUserEndpoint(EndUsers endUsers, RequestBodies bodies) {
    this.endUsers = endUsers;
    this.bodies = bodies;
  }

  SimulatorResponse list(Project project) {
    JsonArrayBuilder data = JsonCodec.BUILDERS.createArrayBuilder();
    endUsers.in(project).forEach(endUser -> data.add(document(endUser)));
    return SimulatorResponse.json(
        200,
        JsonCodec.BUILDERS
            .createObjectBuilder()
            .add("objectType", "list")
            .add("url", "/v1/end-users")
            .add("data", data)
            .build());
  }

  SimulatorResponse create(Project project, SimulatorRequest request) {
    JsonObject body = bodies.read(request, "POST /end-users");
    String sourceId = body.getString("sourceId");
    return view(
        endUsers
            .create(project, body.getString("companyName"), sourceId, body.getString("email"))
            .orElseThrow(
                () ->
                    ConductorError.taken(
                        "An end-user with the sourceId \"" + sourceId + "\" already exists.")));
  }

  SimulatorResponse delete(Registered endUser) {
    if (!endUsers.delete(endUser.id())) {
      throw ConductorError.missing("end-user", endUser.id());
    }
    return SimulatorResponse.json(
        200,
        JsonCodec.BUILDERS
            .createObjectBuilder()
            .add("id", endUser.id())
            .add("objectType", "end_user")
            .add("deleted", true)
            .build());
  }

  static SimulatorResponse view(Registered endUser) {
    return SimulatorResponse.json(200, document(endUser).build());
  }

  private static JsonObjectBuilder document(Registered endUser) {
    JsonArrayBuilder connections = JsonCodec.BUILDERS.createArrayBuilder();
    Desktop desktop = endUser.desktop();
    desktop
        .connectionSince()
        .ifPresent(
            since ->
                connections.add(
                    JsonCodec.BUILDERS
                        .createObjectBuilder()
                        .add("id", desktop.connectionId())
                        .add("objectType", "integration_connection")
                        .add("createdAt", Timestamps.of(since))
                        .add("integrationSlug", "quickbooks_desktop")
                        .add("lastRequestAt", orNull(desktop.lastRequestAt()))
                        .add(
                            "lastSuccessfulRequestAt", orNull(desktop.lastSuccessfulRequestAt()))));
    return JsonCodec.BUILDERS
        .createObjectBuilder()
        .add("id", endUser.id())
        .add("objectType", "end_user")
        .add("createdAt", Timestamps.of(endUser.createdAt()))
        .add("companyName", endUser.companyName())
        .add("sourceId", endUser.sourceId())
        .add("email", endUser.email())
        .add("integrationConnections", connections);
  }

  private static JsonValue orNull(Optional<Instant> instant) {
    return instant.<JsonValue>map(at -> Json.createValue(Timestamps.of(at))).orElse(JsonValue.NULL);
  }
}
