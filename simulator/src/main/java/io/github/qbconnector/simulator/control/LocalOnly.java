package io.github.qbconnector.simulator.control;

import io.github.qbconnector.simulator.http.SimulatorRequest;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import java.util.Optional;

/** Commands come from this machine, and never from another site's page in its browser. */
final class LocalOnly {

  private LocalOnly() {}

  static Optional<SimulatorResponse> refusal(SimulatorRequest request) {
    boolean changes = !request.method().equals("GET");
    if (!request.fromLoopback() || (changes && request.fromAnotherSite())) {
      return Optional.of(
          SimulatorResponse.of(
              403, "text/plain;charset=UTF-8", "The simulator is controlled from loopback only\n"));
    }
    return Optional.empty();
  }
}
