package io.github.qbconnector.impl.config;

import java.net.URI;
import java.util.List;

/**
 * The shipped endpoints.
 *
 * @param publicUrl the URL users see, context root included, without a trailing slash
 * @param endpointsPath the path of the endpoints as browsers see it: that of the redirect URI
 */
public record WebSettings(
    boolean enabled, String afterConnect, URI publicUrl, String endpointsPath, List<String> roles) {

  /** The context root as browsers see it: empty, or a path without a slash at its end. */
  public String contextPath() {
    return publicUrl.getRawPath();
  }

  /** Whether users reach the application by TLS, so that cookies can be held to it. */
  public boolean isSecure() {
    return "https".equalsIgnoreCase(publicUrl.getScheme());
  }

  /** Scheme and authority of the URL users see, without a slash at its end. */
  public String origin() {
    return publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
  }
}
