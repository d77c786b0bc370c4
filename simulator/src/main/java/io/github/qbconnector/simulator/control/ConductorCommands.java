package io.github.qbconnector.simulator.control;

import io.github.qbconnector.simulator.conductor.ConductorState;
import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.conductor.Desktops;
import io.github.qbconnector.simulator.conductor.Generation;
import io.github.qbconnector.simulator.conductor.Latency;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;

/** Commands about Conductor and the users' machines. */
final class ConductorCommands {

  private final ConductorState state;

  ConductorCommands(ConductorState state) {
    this.state = state;
  }

  SimulatorResponse answer(SimulatorRequest request, String[] segments) {
    return switch (segments.length < 2 ? "" : segments[1]) {
      case "" ->
          request.method().equals("GET")
              ? CommandAnswer.ok(ConductorViews.state(state, request.baseUrl()))
              : CommandAnswer.methodNotAllowed();
      case "end-users" -> endUsers(request, segments);
      case "sessions" -> sessions(request, segments);
      case "projects" -> projects(request);
      case "settings" -> settings(request);
      default -> CommandAnswer.refused(404, "No such command");
    };
  }

  private SimulatorResponse endUsers(SimulatorRequest request, String[] segments) {
    if (segments.length == 4 && request.method().equals("POST")) {
      if (state.endUsers().find(segments[2]).isEmpty()) {
        return CommandAnswer.refused(404, "No such end-user");
      }
      return desktop(segments[2], segments[3], JsonFields.parse(request.bodyText()));
    }
    if (segments.length == 3 && request.method().equals("DELETE")) {
      return CommandAnswer.found(state.endUsers().delete(segments[2]));
    }
    switch (request.method()) {
      case "GET" -> {
        return CommandAnswer.ok(StateViews.list(state.endUsers().list(), ConductorViews::endUser));
      }
      case "POST" -> {
        JsonFields fields = JsonFields.parse(request.bodyText());
        return CommandAnswer.ok(
            ConductorViews.endUser(
                state
                    .endUsers()
                    .add(
                        fields.requiredText("companyName"),
                        fields.requiredText("sourceId"),
                        fields.requiredText("email"))));
      }
      default -> {
        return CommandAnswer.methodNotAllowed();
      }
    }
  }

  private SimulatorResponse desktop(String endUserId, String command, JsonFields fields) {
    Desktops desktops = state.desktops();
    switch (command) {
      case "state" -> {
        DesktopState wanted =
            fields
                .choice("state", DesktopState.class)
                .orElseThrow(() -> new IllegalArgumentException("state is missing"));
        desktops.set(
            endUserId, wanted, fields.text("integrationCode").orElse(wanted.integrationCode()));
      }
      case "last-success" ->
          desktops.lastSuccessfulRequestAt(endUserId, fields.instant("at").orElse(null));
      case "refuse-next" ->
          desktops.refuseNext(
              endUserId,
              fields.requiredText("integrationCode"),
              fields.text("message").orElse("This refusal was ordered."));
      case "lock-next-write" -> desktops.lockNextWrite(endUserId, fields.requiredText("recordId"));
      case "timeout-applies-writes" ->
          desktops.timeoutAppliesWrites(endUserId, fields.truth("applies").orElse(true));
      case "data" -> {
        if (fields.truth("clear").orElse(false)) {
          desktops.clearData(endUserId);
        }
        fields.integer("addCustomers").ifPresent(n -> desktops.addCustomers(endUserId, n));
        fields.integer("addInvoices").ifPresent(n -> desktops.addInvoices(endUserId, n));
      }
      default -> {
        return CommandAnswer.refused(404, "No such command");
      }
    }
    return CommandAnswer.done();
  }

  private SimulatorResponse sessions(SimulatorRequest request, String[] segments) {
    if (segments.length == 4 && segments[3].equals("expire") && request.method().equals("POST")) {
      return CommandAnswer.found(state.sessions().expire(segments[2]));
    }
    return request.method().equals("GET")
        ? CommandAnswer.ok(
            StateViews.list(
                state.sessions().list(),
                session -> ConductorViews.session(session, request.baseUrl())))
        : CommandAnswer.methodNotAllowed();
  }

  private SimulatorResponse projects(SimulatorRequest request) {
    if (request.method().equals("POST")) {
      JsonFields fields = JsonFields.parse(request.bodyText());
      state.projects().add(fields.requiredText("secretKey"), fields.requiredText("publishableKey"));
    }
    return CommandAnswer.ok(StateViews.list(state.projects().list(), ConductorViews::project));
  }

  private SimulatorResponse settings(SimulatorRequest request) {
    if (request.method().equals("POST")) {
      JsonFields fields = JsonFields.parse(request.bodyText());
      Desktops desktops = state.desktops();
      fields.choice("generation", Generation.class).ifPresent(state::serve);
      Latency latency =
          fields.truth("likeLife").orElse(false) ? Latency.LIKE_LIFE : desktops.latency();
      desktops.latency(
          new Latency(
              fields.millis("refusalMillis").orElse(latency.refusal()),
              fields.millis("coldMillis").orElse(latency.cold()),
              fields.millis("warmMillis").orElse(latency.warm())));
      fields.millis("slownessMillis").ifPresent(desktops::slowness);
      fields.millis("longestTimeoutMillis").ifPresent(desktops::longestTimeout);
      fields.integer("notActiveStatus").ifPresent(desktops::notActiveStatus);
    }
    return CommandAnswer.ok(ConductorViews.settings(state));
  }
}
