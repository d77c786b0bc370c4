package io.github.qbconnector;

/** Why a connection is in its {@link ConnectionState}. */
public enum StatusReason {
  /** Nothing is wrong. */
  NONE,
  /** No company was ever connected. */
  NEVER_CONNECTED,
  /** The connection was ended through this application. */
  DISCONNECTED,
  /** A connect flow has begun and is not finished. */
  FLOW_OPEN,
  /** The provider says that the grant is no longer valid: the user or the provider ended it. */
  GRANT_REVOKED,
  /** The grant lapsed: 100 idle days, or the five-year end that no refresh extends. */
  GRANT_EXPIRED,
  /** The person who connected no longer has access to the company (Intuit's code 120). */
  ACCESS_REMOVED,
  /** Desktop: the link to connect with was not used in time. */
  LINK_EXPIRED,
  /** Desktop: the set-up on the user's machine was never finished, or is gone from there. */
  NOT_SET_UP,
  /** Desktop: somebody denied the access in QuickBooks. */
  ACCESS_DENIED,
  /** Desktop: the machine, or the Web Connector on it, is off. */
  DESKTOP_NOT_ACTIVE,
  /** Desktop: QuickBooks cannot answer: closed, another company file, an open dialog. */
  DESKTOP_NOT_READY,
  /** Desktop: QuickBooks did not answer in time. */
  DESKTOP_TIMEOUT,
  /** Desktop: the provider does not know the stored end-user in the configured project. */
  END_USER_MISSING,
  /** The provider could not be reached or did not answer in time. */
  PROVIDER_UNREACHABLE,
  /** The provider answered with an error of its own, or with something unreadable. */
  PROVIDER_ERROR,
  /** Too many requests for now. */
  THROTTLED,
  /** The provider refuses the configured client id, secret or key. */
  CLIENT_REFUSED,
  /** The connection was made with another client id or project than the one configured now. */
  CLIENT_CHANGED,
  /** The connection was made in another environment than the one configured now. */
  ENVIRONMENT_CHANGED,
  /** The provider refuses this application access to the company (Intuit's code 3100). */
  ACCESS_REFUSED,
  /** The stored connection cannot be opened with the configured encryption keys. */
  SEAL_BROKEN,
  /** The store of connections does not answer. */
  STORE_UNAVAILABLE,
  /** Nothing is known yet. */
  NO_EVIDENCE,
  /** What is known is too old to stand on. */
  EVIDENCE_TOO_OLD,
  /** The connector is switched off by {@code quickbooks.enabled=false}. */
  DISABLED
}
