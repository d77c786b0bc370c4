package io.github.qbconnector.impl.desktop;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.desktop.CompanyFile;
import io.github.qbconnector.desktop.DesktopCompany;
import io.github.qbconnector.desktop.DesktopQuery;
import io.github.qbconnector.error.ObjectNotFoundException;
import io.github.qbconnector.impl.connection.EndUserCalls;
import io.github.qbconnector.impl.connection.EndUserCalls.EndUserCall;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.http.ApplicationMapping;
import io.github.qbconnector.impl.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** One owner's company file. */
final class DesktopReads implements CompanyFile {
  private static final String ROOT = "/quickbooks-desktop/";

  private final String owner;
  private final EndUserCalls calls;
  private final DesktopProvider provider;

  DesktopReads(String owner, EndUserCalls calls, DesktopProvider provider) {
    this.owner = owner;
    this.calls = calls;
    this.provider = provider;
  }

  @Override
  public DesktopCompany company() {
    JsonObject company = call(id -> get(id, "Reading the company", "company"));
    return new DesktopCompany(
        Optional.ofNullable(Json.text(company, "companyName")),
        Optional.ofNullable(Json.text(company, "legalCompanyName")),
        company.get("isSampleCompanyFile") == JsonValue.TRUE);
  }

  @Override
  public <T> Optional<T> find(String resource, String id, Class<T> type) {
    return object(resource, id).map(found -> ApplicationMapping.map(found, type));
  }

  @Override
  public Optional<String> findJson(String resource, String id) {
    return object(resource, id).map(Json::write);
  }

  private Optional<JsonObject> object(String resource, String id) {
    String path = DesktopQuery.of(resource).resource() + "/" + ConductorApi.encoded(id);
    try {
      return Optional.of(call(endUser -> get(endUser, "Reading " + resource, path)));
    } catch (ObjectNotFoundException e) {
      return Optional.empty();
    }
  }

  private JsonObject get(String endUserId, String what, String path) throws ProviderProblem {
    ConductorExchange exchange = provider.exchange();
    return exchange
        .api()
        .send(what, Request.get(ROOT + path).to(endUserId, exchange.limit(null)))
        .document();
  }

  @Override
  public <T> List<T> list(DesktopQuery query, Class<T> type) {
    return rows(query).stream().map(row -> ApplicationMapping.map(row, type)).toList();
  }

  @Override
  public String listJson(DesktopQuery query) {
    JsonArrayBuilder array = Json.PROVIDER.createArrayBuilder();
    rows(query).forEach(array::add);
    return Json.write(array.build());
  }

  private List<JsonObject> rows(DesktopQuery query) {
    try {
      return call(id -> new DesktopPages(provider.exchange(), id, query).read());
    } catch (ObjectNotFoundException e) {
      return List.of(); // a name or number that the query asks for does not exist
    }
  }

  @Override
  public String passthrough(String request) {
    Passthrough checked = Passthrough.of(request);
    return call(id -> provider.exchange().passthrough(id, Json.write(checked.document()), null));
  }

  private <T> T call(EndUserCall<T> call) {
    return calls.call(
        owner,
        Evidence.CALL,
        id -> {
          try {
            return call.with(id);
          } catch (ProviderProblem problem) {
            throw provider.ifEndUserMissing(problem, id);
          }
        });
  }
}
