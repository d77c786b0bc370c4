package io.github.qbconnector.simulator.core;

/** What goes wrong. */
public enum FaultKind {
  /** The request is handled after a delay. */
  LATENCY,
  /** The request is not handled and gets no answer until the fault is cleared. */
  HANG,
  /** The request is handled, then there is no answer until the fault is cleared. */
  HANG_AFTER_SEND,
  /** The request is handled, a token is rotated for good, then the connection is cut. */
  DROP_AFTER_SEND,
  /** The connection is cut and nothing is handled. */
  DROP_BEFORE,
  /** A gateway's HTML page with an error status; nothing is handled. */
  STATUS,
  /** Status 429, with XML from Intuit and with text from Conductor; nothing is handled. */
  THROTTLE,
  /** The request is handled, then half of the answer is sent as if it were whole. */
  MALFORMED,
  /** Status 200 with an HTML page; nothing is handled. */
  HTML_200,
  /** Status 200 with a huge JSON text; nothing is handled. */
  HUGE,
  /** Intuit: status 200 with a fault in the body; nothing is handled. */
  FAULT_200,
  /** Intuit: the person who connected is no longer an admin of the company; nothing is handled. */
  AUTH_120,
  /** Conductor: any error that it can send; nothing is handled. */
  ENVELOPE;

  boolean strikes(EndpointKind endpoint) {
    return switch (this) {
      case FAULT_200, AUTH_120 -> !endpoint.isConductors();
      case ENVELOPE -> endpoint.isConductors();
      default -> true;
    };
  }
}
