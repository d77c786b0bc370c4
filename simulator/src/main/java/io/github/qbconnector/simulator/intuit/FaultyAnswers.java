package io.github.qbconnector.simulator.intuit;

import io.github.qbconnector.simulator.core.Bystanders;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.core.Faults;
import io.github.qbconnector.simulator.core.RequestLog;
import io.github.qbconnector.simulator.http.BrokenAnswers;
import io.github.qbconnector.simulator.http.SimulatorResponse;
import io.github.qbconnector.simulator.intuit.accounting.AccountingFault;
import java.time.Clock;
import java.util.function.Function;

/** What a request gets when a fault on command strikes it. */
final class FaultyAnswers {

  private final Faults faults;
  private final Clock clock;
  private final RequestLog log;
  private final Bystanders bystanders;

  FaultyAnswers(Faults faults, Clock clock, RequestLog log, Bystanders bystanders) {
    this.faults = faults;
    this.clock = clock;
    this.log = log;
    this.bystanders = bystanders;
  }

  /** A request that hangs is in the log while it hangs, so that tests can wait for it. */
  static boolean logsItself(Fault fault) {
    return fault.kind() == FaultKind.HANG || fault.kind() == FaultKind.HANG_AFTER_SEND;
  }

  SimulatorResponse answer(
      Fault fault, IntuitCall call, Function<IntuitCall, SimulatorResponse> dispatch) {
    return switch (fault.kind()) {
      case LATENCY -> {
        faults.hold(fault.delay());
        yield dispatch.apply(call);
      }
      case HANG -> hang(call, SimulatorResponse.empty(0));
      case HANG_AFTER_SEND -> hang(call, dispatch.apply(call));
      case DROP_AFTER_SEND -> dispatch.apply(call).cutConnection();
      case DROP_BEFORE -> SimulatorResponse.empty(0).cutConnection();
      case STATUS -> BrokenAnswers.gateway(fault.status());
      case THROTTLE -> throttle(fault);
      case MALFORMED -> dispatch.apply(call).truncated();
      case HTML_200 -> BrokenAnswers.page(200, "QuickBooks is being maintained");
      case HUGE -> BrokenAnswers.huge(fault.bytes());
      case FAULT_200 -> AccountingFault.applicationError().asSuccess(call.request(), clock);
      case AUTH_120 -> AccountingFault.authorizationFailure().answer(call.request(), clock);
      // Faults says which kinds concern Intuit.
      case ENVELOPE -> throw new IllegalStateException("An envelope is Conductor's");
    };
  }

  private SimulatorResponse hang(IntuitCall call, SimulatorResponse response) {
    SimulatorResponse cut = response.cutConnection();
    bystanders.handled(log.add(call.logged(cut)));
    faults.holdUntilCleared();
    return cut;
  }

  private SimulatorResponse throttle(Fault fault) {
    SimulatorResponse response = AccountingFault.throttled(clock);
    return fault
        .retryAfter()
        .map(wait -> response.with("Retry-After", Long.toString(wait.toSeconds())))
        .orElse(response);
  }
}
