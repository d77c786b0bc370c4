package io.github.qbconnector.chaos.faults;

/** What can be done to a node. */
public enum Blow {
  /** It is killed, by signal 9, and started again. */
  KILL,
  /** It is stopped for longer than its lease lasts, and goes on as if nothing had been. */
  STOP,
  /**
   * It is stopped, all others are killed before it goes on, and started after that: then what it
   * has in its hands and what is stored is all there is.
   */
  OUTLIVE
}
