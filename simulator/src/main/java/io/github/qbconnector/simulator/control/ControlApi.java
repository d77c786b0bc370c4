package io.github.qbconnector.simulator.control;

import io.github.qbconnector.simulator.conductor.ConductorState;
import io.github.qbconnector.simulator.core.Instruments;
import io.github.qbconnector.simulator.http.RequestHandler;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import io.github.qbconnector.simulator.intuit.IntuitState;
import io.github.qbconnector.simulator.intuit.OAuthClients;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.intuit.TokenSettings;
import io.github.qbconnector.simulator.intuit.accounting.RateLimits;
import java.time.Duration;
import java.util.List;

/** Commands as JSON over HTTP, for tests that run outside of the simulator's JVM. */
public final class ControlApi implements RequestHandler {

  /** Where the commands start below the simulator's context path. */
  public static final String ROOT = "/control";

  private static final int DEFAULT_REQUESTS = 100;

  private final Instruments instruments;
  private final IntuitState intuit;
  private final ConductorState conductor;

  /** Creates the commands for this state. */
  public ControlApi(Instruments instruments, IntuitState intuit, ConductorState conductor) {
    this.instruments = instruments;
    this.intuit = intuit;
    this.conductor = conductor;
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
        case "state" ->
            CommandAnswer.ok(
                StateViews.state(instruments, intuit)
                    .add("conductor", ConductorViews.state(conductor, request.baseUrl())));
        case "companies" -> companies(request, segments);
        case "grants" -> grants(request, segments);
        case "requests" -> requests(request, segments);
        case "clock" -> clock(request);
        case "faults" -> faults(request, segments);
        case "tokens" -> tokens(request);
        case "limits" -> limits(request);
        case "clients" -> clients(request, segments);
        case "legacy-tokens" ->
            new LegacyTokenCommands(intuit.legacyTokens()).answer(request, segments);
        case "conductor" -> new ConductorCommands(conductor).answer(request, segments);
        case "reset" -> reset(request);
        default -> CommandAnswer.refused(404, "No such command");
      };
    } catch (IllegalArgumentException | ArithmeticException e) {
      return CommandAnswer.refused(400, String.valueOf(e.getMessage()));
    }
  }

  private SimulatorResponse companies(SimulatorRequest request, String[] segments) {
    if (segments.length == 3 && request.method().equals("POST")) {
      return companyCommand(segments[1], segments[2]);
    }
    if (segments.length == 2 && request.method().equals("DELETE")) {
      return CommandAnswer.found(intuit.companies().remove(segments[1]));
    }
    if (request.method().equals("POST")) {
      JsonFields fields = JsonFields.parse(request.bodyText());
      intuit.companies().add(fields.requiredText("realmId"), fields.requiredText("name"));
    } else if (!request.method().equals("GET")) {
      return CommandAnswer.methodNotAllowed();
    }
    return CommandAnswer.ok(
        StateViews.list(intuit.companies().list(), company -> StateViews.company(intuit, company)));
  }

  private SimulatorResponse companyCommand(String realmId, String command) {
    if (intuit.companies().find(realmId).isEmpty()) {
      return CommandAnswer.refused(404, "No such company");
    }
    switch (command) {
      case "revoke" -> intuit.grants().revoke(realmId);
      case "expire-access-tokens" -> intuit.grants().expireAccessTokens(realmId);
      case "remove-admin" -> intuit.grants().removeAdmin(realmId);
      case "restore-admin" -> intuit.grants().restoreAdmin(realmId);
      default -> {
        return CommandAnswer.refused(404, "No such command");
      }
    }
    return CommandAnswer.done();
  }

  private SimulatorResponse grants(SimulatorRequest request, String[] segments) {
    return switch (request.method()) {
      case "GET" -> CommandAnswer.ok(StateViews.list(intuit.grants().list(), StateViews::grant));
      case "POST" -> {
        JsonFields fields = JsonFields.parse(request.bodyText());
        List<String> scopes =
            fields.texts("scopes").orElse(List.of("com.intuit.quickbooks.accounting"));
        yield CommandAnswer.ok(
            StateViews.issued(
                intuit
                    .grants()
                    .issue(
                        fields.text("clientId").orElse(OAuthClients.DEFAULT_ID),
                        fields.requiredText("realmId"),
                        scopes.toArray(new String[0]))));
      }
      case "DELETE" -> CommandAnswer.found(segments.length == 2 && revokeGrant(segments[1]));
      default -> CommandAnswer.methodNotAllowed();
    };
  }

  private boolean revokeGrant(String id) {
    return intuit.grants().revokeGrant(Long.parseLong(id));
  }

  private SimulatorResponse requests(SimulatorRequest request, String[] segments) {
    return switch (request.method()) {
      case "GET" -> {
        if (segments.length == 2 && segments[1].equals("counts")) {
          yield CommandAnswer.ok(StateViews.counts(instruments.requests()));
        }
        int limit = request.query().get("limit").map(Integer::parseInt).orElse(DEFAULT_REQUESTS);
        long after = request.query().get("after").map(Long::parseLong).orElse(0L);
        yield CommandAnswer.ok(
            StateViews.list(
                instruments.requests().newest(limit).stream()
                    .filter(entry -> entry.sequence() > after)
                    .toList(),
                StateViews::request));
      }
      case "DELETE" -> {
        instruments.requests().clear();
        yield CommandAnswer.done();
      }
      default -> CommandAnswer.methodNotAllowed();
    };
  }

  private SimulatorResponse clock(SimulatorRequest request) {
    switch (request.method()) {
      case "GET" -> {}
      case "POST" ->
          instruments
              .clock()
              .advance(
                  JsonFields.parse(request.bodyText())
                      .seconds("advanceSeconds")
                      .orElse(Duration.ZERO));
      case "DELETE" -> instruments.clock().reset();
      default -> {
        return CommandAnswer.methodNotAllowed();
      }
    }
    return CommandAnswer.ok(StateViews.clock(instruments.clock()));
  }

  private SimulatorResponse faults(SimulatorRequest request, String[] segments) {
    switch (request.method()) {
      case "GET" -> {}
      case "POST" ->
          instruments.faults().add(FaultOrder.read(JsonFields.parse(request.bodyText())));
      case "DELETE" -> {
        if (segments.length == 2) {
          return CommandAnswer.found(instruments.faults().remove(Long.parseLong(segments[1])));
        }
        instruments.faults().clear();
      }
      default -> {
        return CommandAnswer.methodNotAllowed();
      }
    }
    return CommandAnswer.ok(StateViews.list(instruments.faults().list(), StateViews::fault));
  }

  private SimulatorResponse tokens(SimulatorRequest request) {
    TokenSettings settings = intuit.tokens();
    if (request.method().equals("POST")) {
      JsonFields fields = JsonFields.parse(request.bodyText());
      fields.choice("rotation", Rotation.class).ifPresent(settings::rotation);
      fields.seconds("rotationAgeSeconds").ifPresent(settings::rotationAge);
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
    return CommandAnswer.ok(StateViews.tokens(settings));
  }

  private SimulatorResponse limits(SimulatorRequest request) {
    RateLimits limits = intuit.limits();
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
    return CommandAnswer.ok(StateViews.limits(limits));
  }

  private SimulatorResponse clients(SimulatorRequest request, String[] segments) {
    if (request.method().equals("POST")) {
      JsonFields fields = JsonFields.parse(request.bodyText());
      String id = fields.requiredText("clientId");
      intuit.clients().add(id, fields.requiredText("clientSecret"), fields.text("name").orElse(id));
    } else if (request.method().equals("DELETE")) {
      return CommandAnswer.found(segments.length == 2 && intuit.clients().remove(segments[1]));
    }
    return CommandAnswer.ok(StateViews.list(intuit.clients().list(), StateViews::client));
  }

  private SimulatorResponse reset(SimulatorRequest request) {
    if (!request.method().equals("POST")) {
      return CommandAnswer.methodNotAllowed();
    }
    instruments.reset();
    intuit.reset();
    conductor.reset();
    return CommandAnswer.done();
  }
}
