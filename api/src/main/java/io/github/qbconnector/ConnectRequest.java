package io.github.qbconnector;

/**
 * How a user is to be sent to connect. Immutable.
 *
 * @param returnPath where the user lands afterwards: a path of this application that begins with
 *     one {@code /}, relative to its context root, at most 1,024 characters; empty for the
 *     configured {@code quickbooks.web.after-connect}
 * @param otherCompanyAllowed whether a reconnect may name another company than before
 */
public record ConnectRequest(String returnPath, boolean otherCompanyAllowed) {

  /**
   * A request that ends on the configured landing page.
   *
   * @return the request
   */
  public static ConnectRequest create() {
    return new ConnectRequest("", false);
  }

  /**
   * A request that ends on a page of the application.
   *
   * @param path a path below the context root, beginning with {@code /}
   * @return the request
   */
  public static ConnectRequest returningTo(String path) {
    return new ConnectRequest(path, false);
  }

  /**
   * The same request, which may change the company of an existing connection. Without it a callback
   * that names another company is refused and nothing is changed.
   *
   * @return a copy
   */
  public ConnectRequest allowingOtherCompany() {
    return new ConnectRequest(returnPath, true);
  }
}
