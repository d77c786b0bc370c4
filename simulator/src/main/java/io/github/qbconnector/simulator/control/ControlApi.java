package io.github.qbconnector.simulator.control;

import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.RequestHandler;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import io.github.qbconnector.simulator.intuit.IntuitState;
import io.github.qbconnector.simulator.intuit.OAuthClients;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.intuit.TokenSettings;
import io.github.qbconnector.simulator.intuit.accounting.RateLimits;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;

/** Commands as JSON over HTTP, for tests that run outside of the simulator's JVM. */
public final class ControlApi implements RequestHandler {

  /** Where the commands start below the simulator's context path. */
  public static final String ROOT = "/control";

  private static final int DEFAULT_REQUESTS = 100;

  private final IntuitState state;

  /** Creates the commands for this state. */
  public ControlApi(IntuitState state) {
    this.state = state;
  }

  @Override
  public SimulatorResponse handle(SimulatorRequest request) {
    return LocalOnly.refusal(request)
        .orElseGet(() -> command(request))
        .with("Cache-Control", "no-store");
  }

  private SimulatorResponse command(SimulatorRequest request) {
    String path = request.path().substring(ROOT.length());
    String[] segments = (path.startsWith("/") ? path.substring(1) : path).split("/");
    try {
      return switch (segments[0]) {
        case "state" -> ok(StateViews.state(state));
        case "companies" -> companies(request, segments);
        case "grants" -> grants(request, segments);
        case "requests" -> requests(request, segments);
        case "clock" -> clock(request);
        case "faults" -> faults(request, segments);
        case "tokens" -> tokens(request);
        case "limits" -> limits(request);
        case "clients" -> clients(request, segments);
        case "reset" -> reset(request);
        default -> refused(404, "No such command");
      };
    } catch (IllegalArgumentException | ArithmeticException e) {
      return refused(400, String.valueOf(e.getMessage()));
    }
  }

  private SimulatorResponse companies(SimulatorRequest request, String[] segments) {
    if (segments.length == 3 && request.method().equals("POST")) {
      return companyCommand(segments[1], segments[2]);
    }
    if (segments.length == 2 && request.method().equals("DELETE")) {
      return found(state.companies().remove(segments[1]));
    }
    if (request.method().equals("POST")) {
      JsonFields fields = JsonFields.parse(request.bodyText());
      state.companies().add(fields.requiredText("realmId"), fields.requiredText("name"));
    } else if (!request.method().equals("GET")) {
      return methodNotAllowed();
    }
    return ok(
        StateViews.list(state.companies().list(), company -> StateViews.company(state, company)));
  }

  private SimulatorResponse companyCommand(String realmId, String command) {
    if (state.companies().find(realmId).isEmpty()) {
      return refused(404, "No such company");
    }
    switch (command) {
      case "revoke" -> state.grants().revoke(realmId);
      case "expire-access-tokens" -> state.grants().expireAccessTokens(realmId);
      case "remove-admin" -> state.grants().removeAdmin(realmId);
      case "restore-admin" -> state.grants().restoreAdmin(realmId);
      default -> {
        return refused(404, "No such command");
      }
    }
    return SimulatorResponse.empty(204);
  }

  private SimulatorResponse grants(SimulatorRequest request, String[] segments) {
    return switch (request.method()) {
      case "GET" -> ok(StateViews.list(state.grants().list(), StateViews::grant));
      case "POST" -> {
        JsonFields fields = JsonFields.parse(request.bodyText());
        List<String> scopes =
            fields.texts("scopes").orElse(List.of("com.intuit.quickbooks.accounting"));
        yield ok(
            StateViews.issued(
                state
                    .grants()
                    .issue(
                        fields.text("clientId").orElse(OAuthClients.DEFAULT_ID),
                        fields.requiredText("realmId"),
                        scopes.toArray(new String[0]))));
      }
      case "DELETE" -> found(segments.length == 2 && revokeGrant(segments[1]));
      default -> methodNotAllowed();
    };
  }

  private boolean revokeGrant(String id) {
    return state.grants().revokeGrant(Long.parseLong(id));
  }

  private SimulatorResponse requests(SimulatorRequest request, String[] segments) {
    return switch (request.method()) {
      case "GET" -> {
        if (segments.length == 2 && segments[1].equals("counts")) {
          yield ok(StateViews.counts(state.requests()));
        }
        int limit = request.query().get("limit").map(Integer::parseInt).orElse(DEFAULT_REQUESTS);
        long after = request.query().get("after").map(Long::parseLong).orElse(0L);
        yield ok(
            StateViews.list(
                state.requests().newest(limit).stream()
                    .filter(entry -> entry.sequence() > after)
                    .toList(),
                StateViews::request));
      }
      case "DELETE" -> {
        state.requests().clear();
        yield SimulatorResponse.empty(204);
      }
      default -> methodNotAllowed();
    };
  }

  private SimulatorResponse clock(SimulatorRequest request) {
    switch (request.method()) {
      case "GET" -> {}
      case "POST" ->
          state
              .clock()
              .advance(
                  JsonFields.parse(request.bodyText())
                      .seconds("advanceSeconds")
                      .orElse(Duration.ZERO));
      case "DELETE" -> state.clock().reset();
      default -> {
        return methodNotAllowed();
      }
    }
    return ok(StateViews.clock(state.clock()));
  }

  private SimulatorResponse faults(SimulatorRequest request, String[] segments) {
    switch (request.method()) {
      case "GET" -> {}
      case "POST" -> state.faults().add(FaultOrder.read(JsonFields.parse(request.bodyText())));
      case "DELETE" -> {
        if (segments.length == 2) {
          return found(state.faults().remove(Long.parseLong(segments[1])));
        }
        state.faults().clear();
      }
      default -> {
        return methodNotAllowed();
      }
    }
    return ok(StateViews.list(state.faults().list(), StateViews::fault));
  }

  private SimulatorResponse tokens(SimulatorRequest request) {
    TokenSettings settings = state.tokens();
    if (request.method().equals("POST")) {
      JsonFields fields = JsonFields.parse(request.bodyText());
      fields.choice("rotation", Rotation.class).ifPresent(settings::rotation);
      fields.seconds("graceSeconds").ifPresent(settings::grace);
      fields.seconds("codeSeconds").ifPresent(settings::codeLifetime);
      fields.seconds("accessSeconds").ifPresent(settings::accessLifetime);
      fields.seconds("refreshSeconds").ifPresent(settings::refreshLifetime);
      fields.seconds("hardSeconds").ifPresent(settings::hardLifetime);
      fields.truth("concurrentRefreshRevokes").ifPresent(settings::concurrentRefreshRevokes);
      fields.truth("nonceInIdToken").ifPresent(settings::nonceInIdToken);
      fields.text("issuer").ifPresent(settings::issuer);
    } else if (request.method().equals("DELETE")) {
      settings.reset();
    }
    return ok(StateViews.tokens(settings));
  }

  private SimulatorResponse limits(SimulatorRequest request) {
    RateLimits limits = state.limits();
    if (request.method().equals("POST")) {
      JsonFields fields = JsonFields.parse(request.bodyText());
      if (fields.truth("enabled").orElse(true)) {
        limits.enable(
            fields.integer("perMinute").orElse(RateLimits.PER_MINUTE),
            fields.integer("perSecond").orElse(RateLimits.PER_SECOND));
      } else {
        limits.disable();
      }
    } else if (request.method().equals("DELETE")) {
      limits.disable();
    }
    return ok(StateViews.limits(limits));
  }

  private SimulatorResponse clients(SimulatorRequest request, String[] segments) {
    if (request.method().equals("POST")) {
      JsonFields fields = JsonFields.parse(request.bodyText());
      String id = fields.requiredText("clientId");
      state.clients().add(id, fields.requiredText("clientSecret"), fields.text("name").orElse(id));
    } else if (request.method().equals("DELETE")) {
      return found(segments.length == 2 && state.clients().remove(segments[1]));
    }
    return ok(StateViews.list(state.clients().list(), StateViews::client));
  }

  private SimulatorResponse reset(SimulatorRequest request) {
    if (!request.method().equals("POST")) {
      return methodNotAllowed();
    }
    state.reset();
    return SimulatorResponse.empty(204);
  }

  private static SimulatorResponse ok(JsonObjectBuilder body) {
    return SimulatorResponse.json(200, body.build());
  }

  private static SimulatorResponse ok(JsonArrayBuilder body) {
    return SimulatorResponse.json(200, body.build());
  }

  private static SimulatorResponse found(boolean found) {
    return found ? SimulatorResponse.empty(204) : refused(404, "Nothing of this id");
  }

  private static SimulatorResponse methodNotAllowed() {
    return refused(405, "Method not allowed");
  }

  private static SimulatorResponse refused(int status, String reason) {
    return SimulatorResponse.json(
        status, JsonCodec.BUILDERS.createObjectBuilder().add("error", reason).build());
  }
}
