package io.github.qbconnector.impl.web;

import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.impl.http.Json;
import jakarta.json.JsonObjectBuilder;

/** {@code /quickbooks/status}: what is known of the current owner's connection, as JSON. */
final class StatusEndpoint {
  private final Links links;

  StatusEndpoint(Links links) {
    this.links = links;
  }

  WebAnswer handle(WebRequest request, WebConnector connector, String owner) {
    ConnectionStatus status = connector.lifecycle().status(owner);
    JsonObjectBuilder json =
        Json.PROVIDER
            .createObjectBuilder()
            .add("connector", connector.name())
            .add("product", connector.lifecycle().provider().product().name())
            .add("state", status.state().name())
            .add("reason", status.reason().name())
            .add("since", status.since().toString())
            .add("evidence", status.evidence().name())
            .add(
                "connectUrl",
                links.connect(connector.name(), Endpoints.returnPath(request), false));
    status.userMessage().ifPresent(m -> json.add("userMessage", m));
    status.checkedAt().ifPresent(t -> json.add("checkedAt", t.toString()));
    status.requestId().ifPresent(id -> json.add("requestId", id));
    connector
        .lifecycle()
        .details(owner)
        .flatMap(d -> d.companyName())
        .ifPresent(name -> json.add("companyName", name));
    return WebAnswer.of(200, "application/json;charset=UTF-8", Json.write(json.build()));
  }
}
