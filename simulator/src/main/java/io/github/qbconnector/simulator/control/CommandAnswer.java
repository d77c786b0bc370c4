package io.github.qbconnector.simulator.control;

import io.github.qbconnector.simulator.http.JsonCodec;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** Answers to commands. */
final class CommandAnswer {

  private CommandAnswer() {}

  static SimulatorResponse ok(JsonObjectBuilder body) {
    return SimulatorResponse.json(200, body.build());
  }

  static SimulatorResponse ok(JsonArrayBuilder body) {
    return SimulatorResponse.json(200, body.build());
  }

  static SimulatorResponse done() {
    return SimulatorResponse.empty(204);
  }

  static SimulatorResponse found(boolean found) {
    return found ? done() : refused(404, "Nothing of this id");
  }

  static SimulatorResponse methodNotAllowed() {
    return refused(405, "Method not allowed");
  }

  static SimulatorResponse refused(int status, String reason) {
    return SimulatorResponse.json(
        status, JsonCodec.BUILDERS.createObjectBuilder().add("error", reason).build());
  }
}
