package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.core.Bystanders;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.Faults;
import io.github.qbconnector.simulator.core.Instruments;
import io.github.qbconnector.simulator.core.RequestLog;
import io.github.qbconnector.simulator.http.RequestHandler;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import io.github.qbconnector.simulator.intuit.accounting.AccountingEndpoint;
import java.time.Clock;
import java.util.Optional;

/** All of Intuit's paths: finds the endpoint, lets faults strike, stamps and logs the answer. */
public final class IntuitEndpoints implements RequestHandler {

  /** Where Intuit's own paths start below the simulator's context path. */
  public static final String ROOT = "/intuit";

  private static final String COMPANY = "/v3/company/";

  private final Clock clock;
  private final Faults faults;
  private final RequestLog log;
  private final Bystanders bystanders;
  private final Grants grants;
  private final TokenValues values = new TokenValues();

  private final DiscoveryEndpoint discovery;
  private final AuthorizeEndpoint authorize;
  private final TokenEndpoint token;
  private final RevokeEndpoint revoke;
  private final MigrateEndpoint migrate;
  private final UserInfoEndpoint userInfo;
  private final IdTokenSigner signer;
  private final AccountingEndpoint accounting;

  /** Wires the endpoints to the state they share. */
  public IntuitEndpoints(IntuitState state, Instruments instruments) {
    this.clock = instruments.clock();
    this.faults = instruments.faults();
    this.log = instruments.requests();
    this.bystanders = instruments.bystanders();
    this.grants = state.grants();
    this.signer = new IdTokenSigner(clock, state.tokens());
    this.discovery = new DiscoveryEndpoint(state.tokens());
    this.authorize = new AuthorizeEndpoint(state.clients(), state.companies(), grants);
    ClientAuthentication authentication = new ClientAuthentication(state.clients());
    TokenDocument document = new TokenDocument(signer);
    this.token = new TokenEndpoint(authentication, grants, document);
    this.revoke = new RevokeEndpoint(authentication, grants);
    this.migrate =
        new MigrateEndpoint(
            state.clients(),
            new OAuth1Verifier(state.legacyTokens(), instruments.clock()),
            grants,
            document);
    this.userInfo = new UserInfoEndpoint(grants);
    this.accounting = new AccountingEndpoint(clock, grants, state.companies(), state.limits());
  }

  @Override
  public SimulatorResponse handle(SimulatorRequest request) {
    String path = request.path().substring(ROOT.length());
    EndpointKind endpoint = endpointOf(path);
    IntuitCall call =
        new IntuitCall(
            request, path, endpoint, clock.instant(), values.tid(clock.instant()), realmIn(path));
    if (endpoint == EndpointKind.TOKEN) {
      call.concerns(realmOfTokenRequest(call));
    }
    Optional<String> refreshToken = call.presentedRefreshToken();
    refreshToken.ifPresent(grants::refreshArrived);
    try {
      return answer(call);
    } finally {
      refreshToken.ifPresent(grants::refreshAnswered);
    }
  }

  private SimulatorResponse answer(IntuitCall call) {
    bystanders.arrived(call.asFaultTarget());
    Optional<Fault> fault = faults.take(call.asFaultTarget());
    fault.ifPresent(struck -> call.struckBy(struck.kind()));
    SimulatorResponse response =
        fault.isEmpty()
            ? dispatch(call)
            : new FaultyAnswers(faults, clock, log, bystanders)
                .answer(fault.get(), call, this::dispatch);
    if (fault.isEmpty() || !FaultyAnswers.logsItself(fault.get())) {
      bystanders.handled(log.add(call.logged(response)));
    }
    return response.with("intuit_tid", call.tid()).compressedFor(call.request());
  }

  private SimulatorResponse dispatch(IntuitCall call) {
    try {
      return switch (call.endpoint()) {
        case DISCOVERY -> discovery.answer(call);
        case AUTHORIZE -> authorize.answer(call);
        case TOKEN -> token.answer(call);
        case REVOKE -> revoke.answer(call);
        case MIGRATE -> migrate.answer(call);
        case USERINFO -> userInfo.answer(call);
        case JWKS -> SimulatorResponse.json(200, signer.keySet());
        case ACCOUNTING -> accounting.answer(call.request(), call.path());
        default -> throw OAuthException.notFound();
      };
    } catch (OAuthException e) {
      return e.answer();
    } catch (IllegalArgumentException e) {
      return OAuthException.invalidRequest("The request cannot be read").answer();
    }
  }

  private static EndpointKind endpointOf(String path) {
    String bare =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return switch (bare) {
      case "/.well-known/openid_sandbox_configuration",
          "/.well-known/openid_configuration",
          "/.well-known/openid-sandbox-configuration",
          "/.well-known/openid-configuration" ->
          EndpointKind.DISCOVERY;
      case "/connect/oauth2" -> EndpointKind.AUTHORIZE;
      case "/oauth2/v1/tokens/bearer" -> EndpointKind.TOKEN;
      case "/v2/oauth2/tokens/revoke" -> EndpointKind.REVOKE;
      case "/v2/oauth2/tokens/migrate" -> EndpointKind.MIGRATE;
      case "/v1/openid_connect/userinfo" -> EndpointKind.USERINFO;
      case "/op/v1/jwks" -> EndpointKind.JWKS;
      default -> bare.startsWith(COMPANY) ? EndpointKind.ACCOUNTING : EndpointKind.UNKNOWN;
    };
  }

  private static Optional<String> realmIn(String path) {
    if (!path.startsWith(COMPANY)) {
      return Optional.empty();
    }
    String rest = path.substring(COMPANY.length());
    int slash = rest.indexOf('/');
    return Optional.of(slash < 0 ? rest : rest.substring(0, slash));
  }

  private Optional<String> realmOfTokenRequest(IntuitCall call) {
    return call.presentedRefreshToken()
        .flatMap(grants::realmOfRefreshToken)
        .or(() -> call.tokenForm().flatMap(form -> form.get("code")).flatMap(grants::realmOfCode));
  }
}
