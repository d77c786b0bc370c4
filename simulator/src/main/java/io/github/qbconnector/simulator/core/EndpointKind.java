package io.github.qbconnector.simulator.core;

/** What a request is for: the unit in which requests are counted and faults are ordered. */
public enum EndpointKind {
  /** OpenID discovery. */
  DISCOVERY,
  /** The consent page. */
  AUTHORIZE,
  /** Code exchange and refresh. */
  TOKEN,
  /** Revocation. */
  REVOKE,
  /** Migration of OAuth 1.0a tokens. */
  MIGRATE,
  /** OpenID user information. */
  USERINFO,
  /** The keys of id_tokens. */
  JWKS,
  /** Accounting data. */
  ACCOUNTING,
  /** No endpoint at all. */
  UNKNOWN,
  /** In a fault: whatever the endpoint. */
  ANY
}
