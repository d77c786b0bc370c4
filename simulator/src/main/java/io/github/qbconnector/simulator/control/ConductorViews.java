package io.github.qbconnector.simulator.control;

import io.github.qbconnector.simulator.conductor.AuthSession;
import io.github.qbconnector.simulator.conductor.ConductorState;
import io.github.qbconnector.simulator.conductor.Desktops;
import io.github.qbconnector.simulator.conductor.EndUser;
import io.github.qbconnector.simulator.conductor.Project;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/** The state of the simulated Conductor as JSON; of keys it tells the public ones only. */
final class ConductorViews {

  private ConductorViews() {}

  static JsonObjectBuilder state(ConductorState state, String baseUrl) {
    return StateViews.object()
        .add("projects", StateViews.list(state.projects().list(), ConductorViews::project))
        .add("endUsers", StateViews.list(state.endUsers().list(), ConductorViews::endUser))
        .add(
            "sessions",
            StateViews.list(state.sessions().list(), session -> session(session, baseUrl)))
        .add("settings", settings(state));
  }

  static JsonObjectBuilder project(Project project) {
    return StateViews.object().add("publishableKey", project.publishableKey());
  }

  static JsonObjectBuilder endUser(EndUser endUser) {
    return StateViews.object()
        .add("id", endUser.id())
        .add("publishableKey", endUser.publishableKey())
        .add("companyName", endUser.companyName())
        .add("sourceId", endUser.sourceId())
        .add("email", endUser.email())
        .add("createdAt", endUser.createdAt().toString())
        .add("lastRequestAt", StateViews.orNull(endUser.lastRequestAt().map(Instant::toString)))
        .add(
            "lastSuccessfulRequestAt",
            StateViews.orNull(endUser.lastSuccessfulRequestAt().map(Instant::toString)))
        .add("state", endUser.state().name());
  }

  /** With the link that a person would be sent. */
  static JsonObjectBuilder session(AuthSession session, String baseUrl) {
    return StateViews.object()
        .add("id", session.id())
        .add("endUserId", session.endUserId())
        .add("authFlowUrl", session.authFlowUrl(baseUrl))
        .add("expiresAt", session.expiresAt().toString())
        .add("completed", session.completed());
  }

  static JsonObjectBuilder settings(ConductorState state) {
    Desktops desktops = state.desktops();
    return StateViews.object()
        .add("generation", state.generation().name())
        .add("refusalMillis", desktops.latency().refusal().toMillis())
        .add("coldMillis", desktops.latency().cold().toMillis())
        .add("warmMillis", desktops.latency().warm().toMillis())
        .add("slownessMillis", desktops.slowness().toMillis())
        .add("longestTimeoutMillis", desktops.longestTimeout().toMillis())
        .add("notActiveStatus", desktops.notActiveStatus());
  }
}
