package io.github.qbconnector.compatibility.app.products;

import io.github.qbconnector.QuickBooksConnector;
import io.github.qbconnector.desktop.ConductorClient;
import io.github.qbconnector.desktop.EndUser;
import io.github.qbconnector.online.AuthorizationRequest;
import io.github.qbconnector.online.IntuitOAuthClient;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what was injected, by what only the right one can know. */
final class Injected {
  private Injected() {}

  static String connectors(QuickBooksConnector... connectors) {
    return Stream.of(connectors)
        .map(connector -> connector.name() + "=" + connector.product())
        .collect(Collectors.joining(" "));
  }

  /** The end-users of its project. */
  static String client(ConductorClient conductor) {
    return conductor.endUsers().list().stream()
        .map(EndUser::sourceId)
        .collect(Collectors.joining(",", "[", "]"));
  }

  static String client(IntuitOAuthClient intuit) {
    return intuit
        .authorizationUrl(AuthorizationRequest.withState("a-state"))
        .getQuery()
        .replaceFirst(".*client_id=([^&]+).*", "$1");
  }
}
