package io.github.qbconnector.simulator.conductor;

import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.Instruments;
import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.RequestHandler;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import jakarta.json.JsonString;
import java.util.Optional;
import java.util.function.Function;

/** All of Conductor's paths: finds the endpoint, lets faults strike, stamps and logs the answer. */
public final class ConductorEndpoints implements RequestHandler {

  /** Where Conductor's paths start below the simulator's context path. */
  public static final String ROOT = "/conductor";

  /** Where its API starts. */
  public static final String API = ROOT + "/v1";

  private static final String REQUEST_ID = "Conductor-Request-Id";

  private final ConductorState state;
  private final Instruments instruments;
  private final ConductorIds ids = new ConductorIds();
  private final ConductorApi api;
  private final ConnectEndpoint connect;

  /** Wires the endpoints to the state they share. */
  public ConductorEndpoints(ConductorState state, Instruments instruments) {
    this.state = state;
    this.instruments = instruments;
    this.api = new ConductorApi(state, instruments);
    this.connect = new ConnectEndpoint(state);
  }

  @Override
  public SimulatorResponse handle(SimulatorRequest request) {
    return request.path().startsWith(ConnectEndpoint.ROOT)
        ? connectPage(request)
        : apiCall(request);
  }

  private SimulatorResponse connectPage(SimulatorRequest request) {
    ConductorCall call =
        new ConductorCall(
            request,
            // The rest of the path is a secret.
            "/connect/qbd/…",
            EndpointKind.CONNECT_PAGE,
            instruments.clock().instant(),
            ids.next("req_"),
            connect.endUserId(request));
    return answer(call, unused -> connect.answer(request)).compressedFor(request);
  }

  private SimulatorResponse apiCall(SimulatorRequest request) {
    boolean below = request.path().startsWith(API + "/");
    String path = request.path().substring((below ? API : ROOT).length());
    Optional<Route> route = below ? Route.find(request.method(), path) : Optional.empty();
    ConductorCall call =
        new ConductorCall(
            request,
            path,
            route.map(found -> found.operation().endpoint()).orElse(EndpointKind.UNKNOWN),
            instruments.clock().instant(),
            ids.next("req_"),
            route.flatMap(found -> endUserId(request, found)));
    return answer(call, unused -> dispatch(call, route))
        .with(REQUEST_ID, call.requestId())
        .compressedFor(request);
  }

  private SimulatorResponse answer(
      ConductorCall call, Function<ConductorCall, SimulatorResponse> dispatch) {
    Optional<Fault> fault = instruments.faults().take(call.asFaultTarget());
    fault.ifPresent(struck -> call.struckBy(struck.kind()));
    SimulatorResponse response =
        fault.isEmpty()
            ? dispatch.apply(call)
            : new ConductorFaults(instruments).answer(fault.get(), call, dispatch);
    if (fault.isEmpty() || !ConductorFaults.logsItself(fault.get())) {
      instruments.requests().add(call.logged(response));
    }
    return response;
  }

  private SimulatorResponse dispatch(ConductorCall call, Optional<Route> route) {
    if (route.isEmpty() || !route.get().operation().isServedBy(state.generation())) {
      return noSuchPath(call.request());
    }
    try {
      return api.answer(call, route.get());
    } catch (ConductorError e) {
      return call.failed(e);
    } catch (IllegalArgumentException e) {
      return call.failed(ConductorError.invalid("The request cannot be read."));
    }
  }

  /** What a web framework says by itself: no envelope, since no code of Conductor's is reached. */
  private static SimulatorResponse noSuchPath(SimulatorRequest request) {
    return SimulatorResponse.html(
        404,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>Error</title></head>\n<body><pre>Cannot "
            + request.method()
            + " this path</pre></body>\n</html>\n");
  }

  private static Optional<String> endUserId(SimulatorRequest request, Route route) {
    return switch (route.operation().endpoint()) {
      case END_USERS, PING, PASSTHROUGH -> Optional.of(route.id()).filter(id -> !id.isEmpty());
      case AUTH_SESSIONS -> inBody(request);
      default -> request.header(ConductorCall.END_USER_HEADER);
    };
  }

  private static Optional<String> inBody(SimulatorRequest request) {
    try {
      return JsonCodec.parseObject(request.bodyText()).get("endUserId") instanceof JsonString id
          ? Optional.of(id.getString())
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
