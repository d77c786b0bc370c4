package io.github.qbconnector.simulator.core;

/**
 * Sees every request to Intuit at two moments. The request waits meanwhile, so that a test can do
 * at that very moment what it wants to try.
 */
public interface Bystander {

  /** The request has arrived and nothing has been done. */
  default void arrived(FaultTarget request) {}

  /** The request was handled, tokens are rotated for good, and the answer has not been sent. */
  default void handled(LoggedRequest request) {}
}
