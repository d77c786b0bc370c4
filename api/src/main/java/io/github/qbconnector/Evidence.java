package io.github.qbconnector;

/** How it became known that a connection is good or bad. */
public enum Evidence {
  /** It is not known by evidence; the state follows from what is stored or configured. */
  NONE,
  /**
   * Desktop: Conductor's record of the end-user says when QuickBooks last answered. Costs the
   * user's machine nothing.
   */
  END_USER,
  /** The connect flow ended and the company was proven by a call with the new token. */
  CONNECT,
  /** The token endpoint renewed, or refused to renew, the grant. Costs no metered call. */
  TOKEN_REFRESH,
  /** A call made by the application through the connector. */
  CALL,
  /** An explicit {@link QuickBooksConnection#ping()}. */
  PING
}
