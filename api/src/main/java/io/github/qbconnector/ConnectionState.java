package io.github.qbconnector;

/** What is known of a connection, as one of eight states; each says who has to act. */
public enum ConnectionState {
  /** The newest evidence is good. Nobody has to act. */
  CONNECTED,
  /** Never connected, or disconnected. The user connects. */
  NOT_CONNECTED,
  /** A flow is open and not finished. The user finishes it. */
  CONNECTING,
  /** Revoked, expired or denied; the {@link StatusReason} says which. The user connects again. */
  RECONNECT_REQUIRED,
  /** The user's machine, Web Connector or QuickBooks does not answer. The user acts there. */
  DESKTOP_OFFLINE,
  /** The provider is out, throttles, or a quota is spent. It passes by itself. */
  PROVIDER_DOWN,
  /**
   * The configured keys, environment or project do not fit the stored connection, or the provider
   * refuses them. Operations act; a user is never asked to reconnect for this.
   */
  MISCONFIGURED,
  /** There is no evidence yet, or it is too old to stand on. It passes by itself. */
  CHECKING
}
