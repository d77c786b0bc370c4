package io.github.qbconnector.chaos.faults;

/** The named points of a refresh, in their order. */
public enum Point {
  /** The node is about to ask for the lease. */
  BEFORE_LEASE,
  /** The node has the lease. */
  LEASED,
  /** The request has arrived at the provider, and nothing is done. */
  BEFORE_CALL,
  /** The provider has rotated the token, and the answer is not sent. */
  ROTATED,
  /** The node has the answer, and has not written it down. */
  ANSWERED,
  /** The new tokens are written down, and the lease is not given back. */
  COMMITTED
}
