package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectLink;
import io.github.qbconnector.ConnectRequest;
import io.github.qbconnector.impl.vault.ConnectionKey;
import java.time.Duration;

/** Makes links to the connect page; the web room knows how they look. */
public interface ConnectLinks {

  /**
   * A link for the owner's own browser.
   *
   * @throws IllegalArgumentException if the return path is not a path of this application
   */
  ConnectLink link(String connector, ConnectRequest request);

  /**
   * A link for whoever sits at the owner's machine.
   *
   * @throws IllegalArgumentException if the return path is not a path of this application
   */
  ConnectLink invitation(ConnectionKey key, ConnectRequest request, Duration life);
}
