package io.github.qbconnector.impl.online;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.error.ObjectNotFoundException;
import io.github.qbconnector.impl.connection.GrantCalls;
import io.github.qbconnector.impl.http.ApplicationMapping;
import io.github.qbconnector.impl.json.Json;
import io.github.qbconnector.online.AccountingReader;
import io.github.qbconnector.online.CompanyInfo;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** One owner's reads. */
final class AccountingReads implements AccountingReader {
  private final String owner;
  private final GrantCalls calls;
  private final OnlineProvider provider;

  AccountingReads(String owner, GrantCalls calls, OnlineProvider provider) {
    this.owner = owner;
    this.calls = calls;
    this.provider = provider;
  }

  @Override
  public CompanyInfo companyInfo() {
    CompanyInfo info =
        calls.call(
            owner,
            Evidence.CALL,
            (grant, realm) -> provider.accounting().companyInfo(grant, realm));
    calls.named(owner, info.companyName());
    return info;
  }

  @Override
  public <T> Optional<T> find(String entity, String id, Class<T> type) {
    try {
      JsonObject document =
          calls.call(
              owner,
              Evidence.CALL,
              (grant, realm) -> provider.accounting().read(grant, realm, entity, id));
      return Optional.of(ApplicationMapping.map(document.getJsonObject(entity), type));
    } catch (ObjectNotFoundException e) {
      return Optional.empty();
    }
  }

  @Override
  public <T> List<T> query(String statement, Class<T> type) {
    JsonObject response = run(statement).getJsonObject("QueryResponse");
    // The one array is the rows; its name is the entity's, which only the statement knows.
    for (JsonValue member : response.values()) {
      if (member instanceof JsonArray rows) {
        return rows.stream().map(row -> ApplicationMapping.map(row.asJsonObject(), type)).toList();
      }
    }
    return List.of();
  }

  @Override
  public String queryJson(String statement) {
    return Json.write(run(statement));
  }

  private JsonObject run(String statement) {
    return calls.call(
        owner,
        Evidence.CALL,
        (grant, realm) -> provider.accounting().query(grant, realm, statement));
  }
}
