package io.github.qbconnector;

import io.github.qbconnector.error.NotConnectedException;
import java.util.stream.Stream;

/**
 * One configured integration with QuickBooks; the way in for applications:
 *
 * <pre>{@code
 * @Inject QuickBooksConnector quickBooks;
 *
 * ConnectionStatus status = quickBooks.connection().status();
 * }</pre>
 *
 * <p>Connectors are application scoped and safe for use by many threads. None of the methods here
 * calls the provider.
 */
public interface QuickBooksConnector {

  /**
   * The connector's name.
   *
   * @return {@link QuickBooks#DEFAULT}, or one of the names that {@code quickbooks.connectors}
   *     lists
   */
  String name();

  /**
   * The product behind this connector.
   *
   * @return the configured product
   */
  Product product();

  /**
   * The current owner's connection, connected or not. Who that is says {@code quickbooks.owner} or
   * the application's {@link io.github.qbconnector.spi.OwnerResolver}.
   *
   * @return a handle; cheap to get, holds no resource, keep it no longer than the request
   * @throws NotConnectedException if nobody is the current owner (nobody is logged in)
   */
  QuickBooksConnection connection();

  /**
   * The connection of an owner named by the caller: for batch jobs, timers, messages and admin
   * screens. No check is made whether the current caller may act for that owner: that is the
   * application's duty.
   *
   * @param owner the owner's identifier, 1 to 255 characters
   * @return a handle, as for {@link #connection()}
   * @throws IllegalArgumentException if the owner is empty or too long
   */
  QuickBooksConnection connection(String owner);

  /**
   * Every connection that is stored for this connector, in the order of the owners' identifiers.
   * Read in keyset pages: no cursor, statement or transaction stays open between elements, so a
   * timer may take hours over it. Connections made or ended meanwhile may or may not appear.
   *
   * @return a lazy stream; it holds no resource and need not be closed
   */
  Stream<? extends QuickBooksConnection> connections();
}
