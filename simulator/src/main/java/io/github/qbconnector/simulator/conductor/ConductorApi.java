package io.github.qbconnector.simulator.conductor;

import io.github.qbconnector.simulator.core.Instruments;
import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Conductor's API behind the front door: who asks, for whom, and what. */
final class ConductorApi {

  private static final String SLUG = "quickbooks_desktop";
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration TIMEOUT = Duration.ofSeconds(90);

  private final ConductorState state;
  private final EndUserEndpoint endUsers;
  private final AuthSessionEndpoint sessions;
  private final DataEndpoint data;
  private final RoundTrip roundTrip;
  private final RequestBodies bodies = new RequestBodies();

  ConductorApi(ConductorState state, Instruments instruments) {
    this.state = state;
    this.roundTrip = new RoundTrip(state.desktops(), instruments.faults());
    this.endUsers = new EndUserEndpoint(state.endUsers(), bodies);
    this.sessions = new AuthSessionEndpoint(state, bodies);
    this.data = new DataEndpoint(roundTrip, bodies, instruments.clock());
  }

  SimulatorResponse answer(ConductorCall call, Route route) {
    Project project =
        state
            .projects()
            .bySecretKey(call.request().bearerToken())
            .orElseThrow(ConductorError::badKey);
    return switch (route.operation()) {
      case LIST_END_USERS -> endUsers.list(project);
      case CREATE_END_USER -> endUsers.create(project, call.request());
      case RETRIEVE_END_USER -> EndUserEndpoint.view(endUser(project, route.id()));
      case DELETE_END_USER -> endUsers.delete(endUser(project, route.id()));
      case CREATE_SESSION -> sessions.create(project, call.request());
      case RETRIEVE_SESSION -> sessions.retrieve(project, route.id(), call.request().baseUrl());
      case PING -> {
        Registered endUser = endUser(project, route.id());
        checkSlug(route.tail());
        yield probe(call, endUser, false);
      }
      case HEALTH_CHECK -> probe(call, named(call, project), true);
      case PASSTHROUGH, REQUEST -> passthrough(call, endUser(project, route.id()), route);
      case COMPANY, CUSTOMERS, INVOICES ->
          data.answer(call, route, named(call, project), call.timeout(TIMEOUT));
    };
  }

  private Registered endUser(Project project, String id) {
    return state
        .endUsers()
        .get(id)
        .filter(one -> one.project().equals(project))
        .orElseThrow(() -> ConductorError.missing("end-user", id));
  }

  private Registered named(ConductorCall call, Project project) {
    String id =
        call.request()
            .header(ConductorCall.END_USER_HEADER)
            .filter(text -> !text.isBlank())
            .orElseThrow(
                () ->
                    ConductorError.invalid(
                        "The header " + ConductorCall.END_USER_HEADER + " is required."));
    return endUser(project, id);
  }

  private static void checkSlug(String slug) {
    if (!slug.equals(SLUG)) {
      throw ConductorError.invalid(
          "Invalid integration slug \"" + slug + "\": expected \"" + SLUG + "\".");
    }
  }

  private SimulatorResponse probe(ConductorCall call, Registered endUser, boolean withStatus) {
    Duration timeout = call.timeout(PROBE_TIMEOUT);
    long start = System.nanoTime();
    JsonObjectBuilder health =
        roundTrip.make(
            endUser.desktop(),
            RoundTrip.Purpose.PROBE,
            timeout,
            JsonCodec.BUILDERS::createObjectBuilder);
    health.add("duration", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    if (withStatus) {
      health.add("status", "ok");
    }
    return SimulatorResponse.json(200, health.build());
  }

  private SimulatorResponse passthrough(ConductorCall call, Registered endUser, Route route) {
    checkSlug(route.tail());
    JsonObject body =
        bodies.read(call.request(), "POST /end-users/{id}/passthrough/{integrationSlug}");
    RoundTrip.Purpose purpose =
        body.keySet().stream().allMatch(name -> name.endsWith("QueryRq"))
            ? RoundTrip.Purpose.READ
            : RoundTrip.Purpose.WRITE;
    return SimulatorResponse.json(
        200,
        roundTrip.make(
            endUser.desktop(),
            purpose,
            call.timeout(TIMEOUT),
            () -> endUser.desktop().file().qbxml(body)));
  }
}
