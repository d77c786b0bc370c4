package io.github.qbconnector.online;

import io.github.qbconnector.Experimental;
import io.github.qbconnector.QuickBooksConnection;

/** An owner's link to a QuickBooks Online company. */
public interface OnlineConnection extends QuickBooksConnection {

  /**
   * Reads the company's accounting data. Tokens are renewed as needed and every successful call
   * counts as evidence that the connection is good.
   *
   * @return the reader; cheap to get, safe for use by many threads
   */
  @Experimental
  AccountingReader accounting();
}
