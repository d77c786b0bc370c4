package io.github.qbconnector.impl.config;

/** What the gate does with a decision. */
public enum GateMode {
  /** Requests that may not pass are answered. */
  ENFORCE,
  /** Every request passes; what would have been stopped is logged. */
  REPORT,
  /** Nothing is decided. */
  OFF
}
