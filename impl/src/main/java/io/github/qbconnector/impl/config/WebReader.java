package io.github.qbconnector.impl.config;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads where users find the application and our endpoints. */
final class WebReader {
  private WebReader() {}

  /**
   * @param hasDesktop whether a connector is for QuickBooks Desktop, readable or not
   * @return {@code null} if that cannot be known, which is a problem by then
   */
  static @Nullable WebSettings read(
      ValueReader in, Map<String, ConnectorSettings> connectors, boolean hasDesktop) {
    boolean enabled = in.flag("quickbooks.web.enabled", true);
    String afterKey = "quickbooks.web.after-connect";
    String afterConnect = in.text(afterKey).orElse("/");
    if (!ReturnPath.isValid(afterConnect)) {
      in.problem(afterKey, ValueReader.quoted(afterConnect), "a path below the context root");
    }
    String publicKey = "quickbooks.web.public-url";
    URI publicUrl =
        in.text(publicKey)
            .map(v -> in.url(publicKey, v, "the URL users see, context root included"))
            .map(u -> URI.create(u.toString().replaceAll("/+$", "")))
            .orElseGet(() -> publicUrlOf(connectors));
    if (publicUrl == null) {
      if (hasDesktop && in.text(publicKey).isEmpty()) {
        in.problem(
            publicKey,
            "missing",
            "the URL users see, context root included, since no redirect-uri tells it: links are"
                + " sent to other machines");
      }
      return null;
    }
    return new WebSettings(
        enabled,
        afterConnect,
        publicUrl,
        endpointsPath(connectors, publicUrl),
        in.list("quickbooks.web.roles"));
  }

  private static String endpointsPath(Map<String, ConnectorSettings> connectors, URI publicUrl) {
    return connectors.values().stream()
        .map(ConnectorSettings::online)
        .filter(java.util.Objects::nonNull)
        .map(o -> o.redirectUri().getRawPath())
        .filter(path -> path.endsWith("/callback"))
        .map(path -> path.substring(0, path.length() - "/callback".length()))
        .findFirst()
        .orElseGet(() -> publicUrl.getRawPath() + "/quickbooks");
  }

  private static @Nullable URI publicUrlOf(Map<String, ConnectorSettings> connectors) {
    return connectors.values().stream()
        .map(ConnectorSettings::online)
        .filter(java.util.Objects::nonNull)
        .map(o -> o.redirectUri().toString())
        .filter(u -> u.endsWith(SettingsReader.CALLBACK_PATH))
        .map(u -> URI.create(u.substring(0, u.length() - SettingsReader.CALLBACK_PATH.length())))
        .findFirst()
        .orElse(null);
  }
}
