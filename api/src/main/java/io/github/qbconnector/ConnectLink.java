package io.github.qbconnector;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a user goes to connect: always a URL of this application, never the provider's.
 *
 * @param href Online: a path below the server's root that includes the context root; Desktop: an
 *     absolute URL. Ready for an {@code href} attribute (escape it in HTML). A shareable one is a
 *     secret: keep it out of logs
 * @param expiresAt when the link stops working; empty for a link that does not expire
 * @param shareable whether somebody without a login in this application may use it (Desktop only)
 */
public record ConnectLink(String href, Optional<Instant> expiresAt, boolean shareable) {

  /**
   * For logs: without what makes a shareable link a secret.
   *
   * @return the link up to its query
   */
  @Override
  public String toString() {
    int query = href.indexOf('?');
    return "ConnectLink[" + (query < 0 ? href : href.substring(0, query)) + "]";
  }
}
