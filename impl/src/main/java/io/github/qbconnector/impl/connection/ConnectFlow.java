package io.github.qbconnector.impl.connection;

import io.github.qbconnector.error.ProviderUnavailableException;

/** How connections of a product are made and ended. */
public sealed interface ConnectFlow permits ConsentFlow, LinkFlow {

  /**
   * Forgets a connection for certain; no effect if there is none.
   *
   * @throws ProviderUnavailableException if the store does not answer; nothing is changed then
   */
  void disconnect(String owner);
}
