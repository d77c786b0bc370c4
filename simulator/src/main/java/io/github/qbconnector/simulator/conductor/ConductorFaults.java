package io.github.qbconnector.simulator.conductor;

import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.core.Instruments;
import io.github.qbconnector.simulator.http.BrokenAnswers;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import java.util.function.Function;

/** What a request to Conductor gets when a fault on command strikes it. */
final class ConductorFaults {

  private final Instruments instruments;

  ConductorFaults(Instruments instruments) {
    this.instruments = instruments;
  }

  /** A request that hangs is in the log while it hangs, so that tests can wait for it. */
  static boolean logsItself(Fault fault) {
    return fault.kind() == FaultKind.HANG || fault.kind() == FaultKind.HANG_AFTER_SEND;
  }

  SimulatorResponse answer(
      Fault fault, ConductorCall call, Function<ConductorCall, SimulatorResponse> dispatch) {
    return switch (fault.kind()) {
      case LATENCY -> {
        instruments.faults().hold(fault.delay());
        yield dispatch.apply(call);
      }
      case HANG -> hang(call, SimulatorResponse.empty(0));
      case HANG_AFTER_SEND -> hang(call, dispatch.apply(call));
      case DROP_AFTER_SEND -> dispatch.apply(call).cutConnection();
      case DROP_BEFORE -> SimulatorResponse.empty(0).cutConnection();
      case STATUS -> BrokenAnswers.gateway(fault.status());
      case THROTTLE -> throttle(fault);
      case MALFORMED -> dispatch.apply(call).truncated();
      case HTML_200 -> BrokenAnswers.page(200, "Conductor is being maintained");
      case HUGE -> BrokenAnswers.huge(fault.bytes());
      case ENVELOPE -> call.failed(new ConductorError(fault.error()));
      // These are Intuit's; only on an unknown path they can come here.
      case FAULT_200, AUTH_120 -> dispatch.apply(call);
    };
  }

  private SimulatorResponse hang(ConductorCall call, SimulatorResponse response) {
    SimulatorResponse cut = response.cutConnection();
    instruments.requests().add(call.logged(cut));
    instruments.faults().holdUntilCleared();
    return cut;
  }

  /** Conductor publishes no limits; this is what a gateway in front of it would say. */
  private static SimulatorResponse throttle(Fault fault) {
    SimulatorResponse response =
        SimulatorResponse.of(429, "text/plain;charset=UTF-8", "Too Many Requests\n");
    return fault
        .retryAfter()
        .map(wait -> response.with("Retry-After", Long.toString(wait.toSeconds())))
        .orElse(response);
  }
}
