package io.github.qbconnector.impl.web;

import io.github.qbconnector.ConnectionDetails;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.impl.connection.LinkFlow;
import io.github.qbconnector.impl.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** {@code /quickbooks/status}: what is known of the current owner's connection, as JSON. */
final class StatusEndpoint {
  private final Links links;

  StatusEndpoint(Links links) {
    this.links = links;
  }

  WebAnswer handle(WebRequest request, WebConnector connector, String owner) {
    if (connector.flow() instanceof LinkFlow) {
      // A page may be waiting for QuickBooks to answer, and nobody else would ask.
      connector.lifecycle().lookAgain(owner);
    }
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
    Optional<ConnectionDetails> details = connector.lifecycle().details(owner);
    details
        .flatMap(ConnectionDetails::companyName)
        .ifPresent(name -> json.add("companyName", name));
    details.flatMap(ConnectionDetails::endsAt).ifPresent(end -> json.add("endsAt", end.toString()));
    return json(json);
  }

  /** A state, and nothing else. */
  static WebAnswer json(String state) {
    return json(Json.PROVIDER.createObjectBuilder().add("state", state));
  }

  private static WebAnswer json(JsonObjectBuilder document) {
    return WebAnswer.of(200, "application/json;charset=UTF-8", Json.write(document.build()));
  }
}
