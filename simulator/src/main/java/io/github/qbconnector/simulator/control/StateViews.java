package io.github.qbconnector.simulator.control;

import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.Faults;
import io.github.qbconnector.simulator.core.Instruments;
import io.github.qbconnector.simulator.core.LoggedRequest;
import io.github.qbconnector.simulator.core.RequestLog;
import io.github.qbconnector.simulator.core.SimulatorClock;
import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.intuit.ActiveGrant;
import io.github.qbconnector.simulator.intuit.IntuitState;
import io.github.qbconnector.simulator.intuit.IssuedTokens;
import io.github.qbconnector.simulator.intuit.OAuthClients;
import io.github.qbconnector.simulator.intuit.TokenSettings;
import io.github.qbconnector.simulator.intuit.accounting.Company;
import io.github.qbconnector.simulator.intuit.accounting.EntityType;
import io.github.qbconnector.simulator.intuit.accounting.RateLimits;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The simulator's state as JSON. */
final class StateViews {

  private StateViews() {}

  static JsonObjectBuilder state(Instruments instruments, IntuitState intuit) {
    return object()
        .add("clock", clock(instruments.clock()))
        .add("companies", list(intuit.companies().list(), company -> company(intuit, company)))
        .add("grants", list(intuit.grants().list(), StateViews::grant))
        .add("faults", list(instruments.faults().list(), StateViews::fault))
        .add("clients", list(intuit.clients().list(), StateViews::client))
        .add("tokens", tokens(intuit.tokens()))
        .add("limits", limits(intuit.limits()))
        .add("requests", counts(instruments.requests()));
  }

  static <T> JsonArrayBuilder list(List<T> items, Function<T, JsonObjectBuilder> view) {
    JsonArrayBuilder array = JsonCodec.BUILDERS.createArrayBuilder();
    items.forEach(item -> array.add(view.apply(item)));
    return array;
  }

  static JsonObjectBuilder clock(SimulatorClock clock) {
    return object()
        .add("now", clock.instant().toString())
        .add("offsetSeconds", clock.offset().toSeconds());
  }

  static JsonObjectBuilder company(IntuitState intuit, Company company) {
    return object()
        .add("realmId", company.realmId())
        .add("name", company.name())
        .add("connected", intuit.grants().connected(company.realmId()))
        .add("admin", intuit.grants().hasAdmin(company.realmId()))
        .add("customers", company.list(EntityType.CUSTOMER).size())
        .add("invoices", company.list(EntityType.INVOICE).size());
  }

  static JsonObjectBuilder grant(ActiveGrant grant) {
    return object()
        .add("id", grant.id())
        .add("clientId", grant.clientId())
        .add("realmId", orNull(grant.realmId()))
        .add("scope", String.join(" ", grant.scopes()))
        .add("authorizedAt", grant.authorizedAt().toString())
        .add("refreshValueSince", grant.refreshValueSince().toString())
        .add("refreshExpiresAt", grant.refreshExpiresAt().toString())
        .add("refreshToken", grant.refreshToken());
  }

  static JsonObjectBuilder issued(IssuedTokens tokens) {
    return object()
        .add("clientId", tokens.clientId())
        .add("realmId", orNull(tokens.realmId()))
        .add("access_token", tokens.accessToken())
        .add("refresh_token", tokens.refreshToken());
  }

  static JsonObjectBuilder fault(Faults.Ordered ordered) {
    Fault fault = ordered.fault();
    return object()
        .add("id", ordered.id())
        .add("kind", fault.kind().name())
        .add("endpoint", fault.target().endpoint().name())
        .add("grantType", orNull(fault.target().grantType()))
        .add("realmId", orNull(fault.target().realmId()))
        .add("endUserId", orNull(fault.target().endUserId()))
        .add("left", ordered.left())
        .add("delayMillis", fault.delay().toMillis())
        .add("status", fault.status())
        .add("bytes", fault.bytes())
        .add("retryAfterSeconds", orNull(fault.retryAfter().map(wait -> "" + wait.toSeconds())))
        .add("type", fault.error().type())
        .add("code", fault.error().code())
        .add("integrationCode", orNull(fault.error().integrationCode()));
  }

  static JsonObjectBuilder client(OAuthClients.Client client) {
    return object().add("clientId", client.id()).add("name", client.name());
  }

  static JsonObjectBuilder tokens(TokenSettings settings) {
    return object()
        .add("rotation", settings.rotation().name())
        .add("rotationAgeSeconds", settings.rotationAge().toSeconds())
        .add("graceSeconds", settings.grace().toSeconds())
        .add("codeSeconds", settings.codeLifetime().toSeconds())
        .add("accessSeconds", settings.accessLifetime().toSeconds())
        .add("refreshSeconds", settings.refreshLifetime().toSeconds())
        .add("hardSeconds", settings.hardLifetime().toSeconds())
        .add("concurrentRefreshRevokes", settings.concurrentRefreshRevokes())
        .add("nonceInIdToken", settings.nonceInIdToken())
        .add("issuer", settings.issuer());
  }

  static JsonObjectBuilder limits(RateLimits limits) {
    return object()
        .add("enabled", limits.enabled())
        .add("perMinute", limits.perMinute())
        .add("perSecond", limits.perSecond());
  }

  static JsonObjectBuilder counts(RequestLog log) {
    JsonObjectBuilder counts = object();
    for (EndpointKind kind : EndpointKind.values()) {
      counts.add(kind.name(), log.count(kind));
    }
    return counts.add("metered", log.metered()).add("rotations", log.rotations());
  }

  static JsonObjectBuilder request(LoggedRequest request) {
    return object()
        .add("sequence", request.sequence())
        .add("time", request.time().toString())
        .add("endpoint", request.endpoint().name())
        .add("method", request.method())
        .add("path", request.path())
        .add("grantType", orNull(request.grantType()))
        .add("realmId", orNull(request.realmId()))
        .add("status", request.status())
        .add("metered", request.metered())
        .add("tid", request.tid())
        .add("presented", orNull(request.presented()))
        .add("issued", orNull(request.issued()))
        .add("rotated", request.rotated())
        .add("cut", request.cut())
        .add("fault", orNull(request.fault().map(Enum::name)))
        .add("endUserId", orNull(request.endUserId()))
        .add("errorCode", orNull(request.errorCode()))
        .add(
            "timeoutMillis",
            request
                .timeout()
                .<JsonValue>map(timeout -> Json.createValue(timeout.toMillis()))
                .orElse(JsonValue.NULL));
  }

  static JsonValue orNull(Optional<String> text) {
    return text.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL);
  }

  static JsonObjectBuilder object() {
    return JsonCodec.BUILDERS.createObjectBuilder();
  }
}
