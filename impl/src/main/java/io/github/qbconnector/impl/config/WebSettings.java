package io.github.qbconnector.impl.config;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shipped endpoints.
 *
 * @param publicUrl the URL users see, context root included, without a trailing slash; {@code null}
 *     if it cannot be known (Desktop without the key)
 * @param endpointsPath the path of the endpoints as browsers see it: that of the redirect URI
 */
public record WebSettings(
    boolean enabled,
    String afterConnect,
    @Nullable URI publicUrl,
    String endpointsPath,
    List<String> roles) {

  /** The context root as browsers see it: empty, or a path without a slash at its end. */
  public String contextPath() {
    return publicUrl == null ? "" : publicUrl.getRawPath();
  }

  /** Whether users reach the application by TLS, so that cookies can be held to it. */
  public boolean isSecure() {
    return publicUrl != null && "https".equalsIgnoreCase(publicUrl.getScheme());
  }
}
