package io.github.qbconnector.impl.config;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shipped endpoints.
 *
 * @param publicUrl the URL users see, context root included, without a trailing slash; {@code null}
 *     if it cannot be known (Desktop without the key)
 */
public record WebSettings(
    boolean enabled, String afterConnect, @Nullable URI publicUrl, List<String> roles) {

  /** Whether users reach the application by TLS, so that cookies can be held to it. */
  public boolean isSecure() {
    return publicUrl != null && "https".equalsIgnoreCase(publicUrl.getScheme());
  }
}
