package io.github.qbconnector.simulator.core;

/** What a request is for: the unit in which requests are counted and faults are ordered. */
public enum EndpointKind {
  /** Intuit: OpenID discovery. */
  DISCOVERY,
  /** Intuit: the consent page. */
  AUTHORIZE,
  /** Intuit: code exchange and refresh. */
  TOKEN,
  /** Intuit: revocation. */
  REVOKE,
  /** Intuit: migration of OAuth 1.0a tokens. */
  MIGRATE,
  /** Intuit: OpenID user information. */
  USERINFO,
  /** Intuit: the keys of id_tokens. */
  JWKS,
  /** Intuit: accounting data. */
  ACCOUNTING,
  /** Conductor: end-users. */
  END_USERS,
  /** Conductor: auth sessions. */
  AUTH_SESSIONS,
  /** Conductor: the round trip to a user's QuickBooks, as it is asked for today. */
  HEALTH_CHECK,
  /** Conductor: the same round trip, as the first generation of clients asks for it. */
  PING,
  /** Conductor: raw qbXML as JSON, in either generation. */
  PASSTHROUGH,
  /** Conductor: typed QuickBooks Desktop data. */
  DESKTOP_DATA,
  /** Conductor: the hosted page where a person connects. */
  CONNECT_PAGE,
  /** No endpoint at all. */
  UNKNOWN,
  /** In a fault: whatever the endpoint. */
  ANY;

  /** Whether this is one of Conductor's. */
  public boolean isConductors() {
    return compareTo(END_USERS) >= 0 && compareTo(CONNECT_PAGE) <= 0;
  }
}
