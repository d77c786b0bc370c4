package io.github.qbconnector;

import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.error.ProviderUnavailableException;

/**
 * An owner's link to one QuickBooks company through one connector. A light handle without state of
 * its own: every method looks at what is known now. Safe for use by many threads.
 */
public interface QuickBooksConnection {

  /**
   * Whose connection this is.
   *
   * @return the owner's identifier
   */
  String owner();

  /**
   * What is known now. Never makes a network call to the provider; may read the store once when
   * this node does not know the connection yet.
   *
   * @return the status; {@link ConnectionState#NOT_CONNECTED} if nothing is stored
   */
  ConnectionStatus status();

  /**
   * Finds out now, end to end. Online: refreshes the token if it is due and reads the company,
   * which costs one metered call at Intuit. Desktop: asks the user's QuickBooks for a sign of life.
   * Do not poll it. Blocks until the provider answers or {@code quickbooks.http.read-timeout} is
   * over; parallel calls for one connection share one exchange.
   *
   * @return what was found; failures of the provider, of the grant and of the configuration are
   *     states, not exceptions
   */
  ConnectionStatus ping();

  /**
   * What is stored about the connection.
   *
   * @return company, who connected, when, and both expiries
   * @throws NotConnectedException if nothing is stored for this owner
   */
  ConnectionDetails details();

  /**
   * Where to send the user to connect or to connect again.
   *
   * <p>Online, the link is for the owner's own browser. Desktop, it is an invitation that somebody
   * without a login here may use, on the machine that runs QuickBooks: whoever has it may connect a
   * company file for this owner, until it expires ({@code quickbooks.desktop.link-expiry}) or the
   * connection was made or ended.
   *
   * @param request where the user comes back to, and whether another company is allowed
   * @return a link into this application
   * @throws IllegalArgumentException if the return path is not a path of this application
   */
  ConnectLink connectLink(ConnectRequest request);

  /**
   * Ends the connection. The stored tokens are forgotten for certain. Online: the provider is asked
   * to revoke the grant as far as it answers, and only if no other owner holds the same company
   * through this connector. Blocks for that call, at most {@code quickbooks.http.read-timeout}. No
   * effect if nothing is stored.
   *
   * @throws ProviderUnavailableException if the store of connections does not answer; nothing is
   *     changed then
   */
  void disconnect();
}
