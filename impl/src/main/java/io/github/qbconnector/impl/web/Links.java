package io.github.qbconnector.impl.web;

import io.github.qbconnector.ConnectLink;
import io.github.qbconnector.ConnectRequest;
import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.impl.config.ReturnPath;
import io.github.qbconnector.impl.config.WebSettings;
import io.github.qbconnector.impl.connection.ConnectLinks;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** The URLs of our own endpoints. */
public final class Links implements ConnectLinks {
  static final String BASE = "/quickbooks";

  private final WebSettings settings;
  private final Supplier<Optional<String>> contextPath;

  /**
   * @param contextPath the application's context root, once it is known
   */
  public Links(WebSettings settings, Supplier<Optional<String>> contextPath) {
    this.settings = settings;
    this.contextPath = contextPath;
  }

  @Override
  public ConnectLink link(String connector, ConnectRequest request) {
    String returnPath = request.returnPath();
    if (!returnPath.isEmpty() && !ReturnPath.isValid(returnPath)) {
      throw new IllegalArgumentException(
          "The return path is not a path of this application that begins with one slash: "
              + returnPath);
    }
    return new ConnectLink(
        connect(contextPath(), connector, returnPath, request.otherCompanyAllowed()),
        Optional.empty(),
        false);
  }

  private String contextPath() {
    URI publicUrl = settings.publicUrl();
    return contextPath.get().orElseGet(() -> publicUrl == null ? "" : publicUrl.getRawPath());
  }

  static String connect(
      String contextPath, String connector, String returnPath, boolean otherCompanyAllowed) {
    StringBuilder link = new StringBuilder(contextPath).append(BASE).append("/connect");
    char separator = '?';
    if (!connector.equals(QuickBooks.DEFAULT)) {
      link.append(separator).append("connector=").append(connector);
      separator = '&';
    }
    if (!returnPath.isEmpty()) {
      link.append(separator)
          .append("return=")
          .append(URLEncoder.encode(returnPath, StandardCharsets.UTF_8));
      separator = '&';
    }
    if (otherCompanyAllowed) {
      link.append(separator).append("other-company=true");
    }
    return link.toString();
  }
}
