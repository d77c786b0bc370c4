package io.github.qbconnector.simulator.conductor;

import io.github.qbconnector.simulator.core.EndpointKind;

/** What can be asked of Conductor's API, and since when. */
enum Operation {
  LIST_END_USERS(EndpointKind.END_USERS, Generation.BOTH),
  CREATE_END_USER(EndpointKind.END_USERS, Generation.BOTH),
  RETRIEVE_END_USER(EndpointKind.END_USERS, Generation.BOTH),
  DELETE_END_USER(EndpointKind.END_USERS, Generation.BOTH),
  CREATE_SESSION(EndpointKind.AUTH_SESSIONS, Generation.BOTH),
  RETRIEVE_SESSION(EndpointKind.AUTH_SESSIONS, Generation.OLD),
  HEALTH_CHECK(EndpointKind.HEALTH_CHECK, Generation.CURRENT),
  PING(EndpointKind.PING, Generation.OLD),
  PASSTHROUGH(EndpointKind.PASSTHROUGH, Generation.CURRENT),
  REQUEST(EndpointKind.PASSTHROUGH, Generation.OLD),
  COMPANY(EndpointKind.DESKTOP_DATA, Generation.CURRENT),
  CUSTOMERS(EndpointKind.DESKTOP_DATA, Generation.CURRENT),
  INVOICES(EndpointKind.DESKTOP_DATA, Generation.CURRENT);

  private final EndpointKind endpoint;
  private final Generation generation;

  Operation(EndpointKind endpoint, Generation generation) {
    this.endpoint = endpoint;
    this.generation = generation;
  }

  EndpointKind endpoint() {
    return endpoint;
  }

  boolean isServedBy(Generation served) {
    return switch (generation) {
      case BOTH -> true;
      case CURRENT -> served.servesCurrent();
      case OLD -> served.servesOld();
    };
  }
}
