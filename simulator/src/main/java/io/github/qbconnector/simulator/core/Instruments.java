package io.github.qbconnector.simulator.core;

/**
 * What both providers share, so that a test moves one clock, orders faults in one place and reads
 * one log. Bystanders see what reaches Intuit.
 */
public record Instruments(
    SimulatorClock clock, Faults faults, RequestLog requests, Bystanders bystanders) {

  /** Real time, no faults, nothing logged. */
  public Instruments() {
    this(new SimulatorClock(), new Faults(), new RequestLog(), new Bystanders());
  }

  /** Restores everything as it was at the start; requests that hang are let go. */
  public void reset() {
    faults.clear();
    clock.reset();
    requests.clear();
    bystanders.clear();
  }
}
