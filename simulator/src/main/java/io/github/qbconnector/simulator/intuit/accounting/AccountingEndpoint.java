package io.github.qbconnector.simulator.intuit.accounting;

import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Reads and queries below {@code /v3/company/{realmId}}. */
public final class AccountingEndpoint {

  private static final String SCOPE = "com.intuit.quickbooks.accounting";

  private final Clock clock;
  private final AccessTokens tokens;
  private final Companies companies;
  private final RateLimits limits;

  /** Wires the endpoint to the state it reads. */
  public AccountingEndpoint(
      Clock clock, AccessTokens tokens, Companies companies, RateLimits limits) {
    this.clock = clock;
    this.tokens = tokens;
    this.companies = companies;
    this.limits = limits;
  }

  /**
   * Answers a request.
   *
   * @param path the path below Intuit's root, like {@code /v3/company/1234567890/customer/1}
   */
  public SimulatorResponse answer(SimulatorRequest request, String path) {
    String[] segments = path.substring(1).split("/");
    String realmId = segments.length > 2 ? segments[2] : "";
    try {
      Company company = authorize(request, realmId);
      if (limits.exceededBy(realmId)) {
        return AccountingFault.throttled(clock);
      }
      JsonObjectBuilder content =
          segments.length == 4 && segments[3].equalsIgnoreCase("query")
              ? query(request, company)
              : read(request, company, segments);
      return AccountingFormat.answer(request, clock, content);
    } catch (AccountingFault fault) {
      return fault.answer(request, clock);
    }
  }

  private Company authorize(SimulatorRequest request, String realmId) {
    String token = request.bearerToken();
    Access access = tokens.access(token);
    switch (access.state()) {
      case UNKNOWN ->
          throw AccountingFault.authenticationFailed(
              token.length() < 64 || token.length() > 4096
                  ? "Malformed bearer token: too short or too long"
                  : "Token invalid");
      case EXPIRED -> throw AccountingFault.authenticationFailed("Token expired");
      case REVOKED -> throw AccountingFault.authenticationFailed("Token revoked");
      case GOOD -> {}
    }
    if (!access.realmId().equals(Optional.of(realmId)) || !access.scopes().contains(SCOPE)) {
      throw AccountingFault.applicationNotAuthorized();
    }
    if (!tokens.hasAdmin(realmId)) {
      throw AccountingFault.authorizationFailure();
    }
    return companies.find(realmId).orElseThrow(AccountingFault::applicationNotAuthorized);
  }

  private static JsonObjectBuilder query(SimulatorRequest request, Company company) {
    String statement =
        switch (request.method()) {
          case "GET" -> request.query().text("query");
          case "POST" -> request.bodyText();
          default -> throw AccountingFault.unsupportedOperation(request.method());
        };
    return QueryAnswer.of(QueryParser.parse(statement), company);
  }

  private static JsonObjectBuilder read(
      SimulatorRequest request, Company company, String[] segments) {
    if (!request.method().equals("GET") || segments.length != 5) {
      throw AccountingFault.unsupportedOperation(request.method().toLowerCase(Locale.ROOT));
    }
    EntityType type =
        EntityType.named(segments[3])
            .orElseThrow(() -> AccountingFault.unsupportedOperation("read of " + segments[3]));
    JsonObject entity =
        company.find(type, segments[4]).orElseThrow(AccountingFault::objectNotFound);
    return JsonCodec.BUILDERS.createObjectBuilder().add(type.json(), entity);
  }
}
