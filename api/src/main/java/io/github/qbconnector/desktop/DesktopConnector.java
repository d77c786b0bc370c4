package io.github.qbconnector.desktop;

import io.github.qbconnector.QuickBooksConnector;
import java.util.stream.Stream;

/**
 * A connector whose product is QuickBooks Desktop. Injecting it where the configuration says Online
 * fails the deployment.
 */
public interface DesktopConnector extends QuickBooksConnector {

  @Override
  DesktopConnection connection();

  @Override
  DesktopConnection connection(String owner);

  @Override
  Stream<DesktopConnection> connections();

  /**
   * Brings in an end-user that the application has created at Conductor already: it is read once,
   * then stored as the owner's. If QuickBooks has ever answered for it, the owner is connected from
   * now on; if not, the owner finishes the set-up at the connect page, with this very end-user.
   * Replaces a stored connection of the same owner. Blocks for one call to Conductor.
   *
   * @param owner whose connection it is
   * @param endUserId Conductor's id, {@code end_usr_…}; its {@code sourceId} need not be the owner
   * @return the connection
   * @throws io.github.qbconnector.error.ObjectNotFoundException if the configured project has no
   *     such end-user
   * @throws io.github.qbconnector.error.MisconfiguredException if Conductor refuses the configured
   *     secret key
   * @throws io.github.qbconnector.error.ProviderUnavailableException if Conductor or the store does
   *     not answer; nothing is stored then
   * @throws IllegalArgumentException if the owner or the end-user id is malformed
   */
  DesktopConnection adopt(String owner, String endUserId);
}
