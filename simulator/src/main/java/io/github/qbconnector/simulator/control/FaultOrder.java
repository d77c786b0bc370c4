package io.github.qbconnector.simulator.control;

import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;

/** Reads a fault from a command. */
final class FaultOrder {

  private FaultOrder() {}

  static Fault read(JsonFields fields) {
    FaultKind kind =
        fields
            .choice("kind", FaultKind.class)
            .orElseThrow(() -> new IllegalArgumentException("kind is missing"));
    Fault defaults = Fault.of(kind);
    return new Fault(
        kind,
        fields.choice("endpoint", EndpointKind.class).orElse(EndpointKind.ANY),
        fields.text("grantType"),
        fields.text("realmId"),
        fields.integer("times").orElse(defaults.times()),
        fields.millis("delayMillis").orElse(defaults.delay()),
        fields.integer("status").orElse(defaults.status()),
        fields.integer("bytes").orElse(defaults.bytes()),
        fields.seconds("retryAfterSeconds"));
  }
}
