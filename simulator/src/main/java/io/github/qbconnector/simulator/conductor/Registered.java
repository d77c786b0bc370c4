package io.github.qbconnector.simulator.conductor;

import java.time.Instant;

/** An end-user with its machine. */
record Registered(
    String id,
    Project project,
    String companyName,
    String sourceId,
    String email,
    Instant createdAt,
    Desktop desktop) {

  EndUser view() {
    return new EndUser(
        id,
        project.publishableKey(),
        companyName,
        sourceId,
        email,
        createdAt,
        desktop.lastRequestAt(),
        desktop.lastSuccessfulRequestAt(),
        desktop.state());
  }
}
