package io.github.qbconnector.desktop;

import io.github.qbconnector.Experimental;
import io.github.qbconnector.QuickBooksConnection;

/**
 * An owner's link to a company file of QuickBooks Desktop. {@link #ping()} is a health check: it
 * wakes the user's QuickBooks and blocks up to a minute. {@link #disconnect()} forgets the
 * connection here and leaves the end-user at Conductor; connecting again runs the whole set-up.
 */
public interface DesktopConnection extends QuickBooksConnection {

  /**
   * Reads and requests of the company file. Every successful call counts as evidence that the
   * connection is good.
   *
   * @return the company file; cheap to get, safe for use by many threads
   */
  @Experimental
  CompanyFile companyFile();

  /**
   * Disconnects, and deletes the end-user at Conductor too, for good: its connection there goes
   * with it, and Conductor no longer bills it. The entry in the user's Web Connector stays until
   * somebody removes it by hand. Blocks for one call to Conductor. No effect if nothing is stored.
   *
   * @throws io.github.qbconnector.error.QuickBooksException if Conductor did not confirm the
   *     deletion; the connection is forgotten here all the same, and calling again tries again
   */
  void disconnectAndDeleteEndUser();
}
