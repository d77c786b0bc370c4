package io.github.qbconnector.simulator.intuit;

/** When a refresh token gets a new value. */
public enum Rotation {
  /**
   * At the first refresh after {@link TokenSettings#rotationAge() 24 hours}; until then the same
   * value comes back.
   */
  DAILY,
  /** At every refresh. */
  EVERY_USE
}
