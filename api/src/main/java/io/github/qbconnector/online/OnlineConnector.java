package io.github.qbconnector.online;

import io.github.qbconnector.QuickBooksConnector;
import io.github.qbconnector.Secret;
import java.util.stream.Stream;

/**
 * A connector whose product is QuickBooks Online. Injecting it where the configuration says Desktop
 * fails the deployment.
 */
public interface OnlineConnector extends QuickBooksConnector {

  @Override
  OnlineConnection connection();

  @Override
  OnlineConnection connection(String owner);

  @Override
  Stream<OnlineConnection> connections();

  /**
   * Brings in a connection that the application has already: its refresh token is renewed, the
   * company is proven by a call, then it is stored as if the owner had connected here. The given
   * token may be dead afterwards; this connector owns the grant from now on. Replaces a stored
   * connection of the same owner. Blocks for two calls to Intuit.
   *
   * @param owner whose connection it is
   * @param realmId the company's realm id, digits only
   * @param refreshToken a refresh token that Intuit issued to the configured client id
   * @return the connection
   * @throws io.github.qbconnector.error.ReconnectRequiredException if Intuit says that the token is
   *     no longer valid
   * @throws io.github.qbconnector.error.MisconfiguredException if the token belongs to another
   *     client id, environment or company
   * @throws io.github.qbconnector.error.ProviderUnavailableException if Intuit or the store does
   *     not answer; nothing is stored then
   * @throws IllegalArgumentException if the owner or the realm id is malformed
   */
  OnlineConnection adopt(String owner, String realmId, Secret refreshToken);
}
