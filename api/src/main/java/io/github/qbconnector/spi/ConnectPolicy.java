package io.github.qbconnector.spi;

/**
 * Decides who may connect and disconnect, beyond {@code quickbooks.web.roles}. Provide one CDI bean
 * of this type. Both must agree: a caller needs one of the roles, if any are configured, and this
 * policy's consent. Called on the request's thread, each time a flow begins and ends.
 */
@FunctionalInterface
public interface ConnectPolicy {

  /** What the caller is about to do. */
  enum Action {
    /** Begin or finish connecting a company. */
    CONNECT,
    /** End the connection. */
    DISCONNECT
  }

  /**
   * Whether the current caller may do it.
   *
   * @param action what
   * @param connector with which connector
   * @param owner for whom
   * @return {@code true} to allow it
   */
  boolean allows(Action action, String connector, String owner);
}
