package io.github.qbconnector.simulator.control;

import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.ErrorEnvelope;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.core.FaultTarget;

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
        new FaultTarget(
            fields.choice("endpoint", EndpointKind.class).orElse(EndpointKind.ANY),
            fields.text("grantType"),
            fields.text("realmId"),
            fields.text("endUserId")),
        fields.integer("times").orElse(defaults.times()),
        fields.millis("delayMillis").orElse(defaults.delay()),
        fields.integer("status").orElse(defaults.status()),
        fields.integer("bytes").orElse(defaults.bytes()),
        fields.seconds("retryAfterSeconds"),
        kind == FaultKind.ENVELOPE ? error(fields, defaults.error()) : defaults.error());
  }

  private static ErrorEnvelope error(JsonFields fields, ErrorEnvelope defaults) {
    ErrorEnvelope plain =
        ErrorEnvelope.of(
            fields.text("type").orElse(defaults.type()),
            fields.text("code").orElse(defaults.code()),
            fields.integer("status").orElse(defaults.status()));
    return new ErrorEnvelope(
        plain.type(),
        plain.code(),
        plain.status(),
        fields.text("integrationCode"),
        fields.text("message").orElse(plain.message()),
        fields.text("userFacingMessage").orElse(plain.userFacingMessage()));
  }
}
