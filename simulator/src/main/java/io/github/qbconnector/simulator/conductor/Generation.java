package io.github.qbconnector.simulator.conductor;

/**
 * Which paths Conductor serves. Its first generation of clients asked for other paths than today's;
 * whether the real service still serves those is not known.
 */
public enum Generation {
  /** Health check, passthrough and typed data, as today's clients ask for them. */
  CURRENT,
  /** Ping, requests and retrieval of auth sessions, as clients before version 12 asked for them. */
  OLD,
  /** Both. */
  BOTH;

  boolean servesCurrent() {
    return this != OLD;
  }

  boolean servesOld() {
    return this != CURRENT;
  }
}
