package io.github.qbconnector.simulator.conductor;

import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Auth sessions over the wire. */
final class AuthSessionEndpoint {

  private static final Duration LINK_EXPIRY = Duration.ofMinutes(30);
  private static final BigDecimal MILLIS_PER_MINUTE = BigDecimal.valueOf(60_000);

  private final ConductorState state;
  private final RequestBodies bodies;

  AuthSessionEndpoint(ConductorState state, RequestBodies bodies) {
    this.state = state;
    this.bodies = bodies;
  }

  SimulatorResponse create(Project project, SimulatorRequest request) {
    JsonObject body = bodies.read(request, "POST /auth-sessions");
    if (!body.getString("publishableKey").equals(project.publishableKey())) {
      throw ConductorError.invalid(
          "The publishableKey does not belong to the project of the secret key.");
    }
    String endUserId = body.getString("endUserId");
    Registered endUser =
        state
            .endUsers()
            .get(endUserId)
            .filter(one -> one.project().equals(project))
            .orElseThrow(() -> ConductorError.missing("end-user", endUserId));
    Duration lifetime =
        body.get("linkExpiryMins") instanceof JsonNumber minutes
            ? Duration.ofMillis(minutes.bigDecimalValue().multiply(MILLIS_PER_MINUTE).longValue())
            : LINK_EXPIRY;
    Optional<String> redirectUrl =
        body.containsKey("redirectUrl")
            ? Optional.of(body.getString("redirectUrl"))
            : Optional.empty();
    return view(state.sessions().create(endUser, lifetime, redirectUrl), request.baseUrl());
  }

  SimulatorResponse retrieve(Project project, String id, String baseUrl) {
    return view(
        state
            .sessions()
            .find(id)
            .filter(session -> session.publishableKey().equals(project.publishableKey()))
            .orElseThrow(() -> ConductorError.missing("auth session", id)),
        baseUrl);
  }

  private static SimulatorResponse view(AuthSession session, String baseUrl) {
    return SimulatorResponse.json(
        200,
        JsonCodec.BUILDERS
            .createObjectBuilder()
            .add("id", session.id())
            .add("objectType", "auth_session")
            .add("createdAt", Timestamps.of(session.createdAt()))
            .add("endUserId", session.endUserId())
            .add("clientSecret", session.clientSecret())
            .add("authFlowUrl", session.authFlowUrl(baseUrl))
            .add("expiresAt", Timestamps.of(session.expiresAt()))
            .add(
                "redirectUrl",
                session.redirectUrl().<JsonValue>map(Json::createValue).orElse(JsonValue.NULL))
            .build());
  }
}
