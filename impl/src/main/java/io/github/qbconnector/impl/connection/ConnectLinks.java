package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectLink;
import io.github.qbconnector.ConnectRequest;

/** Makes links to the connect page; the web room knows how they look. */
@FunctionalInterface
public interface ConnectLinks {

  /**
   * @throws IllegalArgumentException if the return path is not a path of this application
   */
  ConnectLink link(String connector, ConnectRequest request);
}
