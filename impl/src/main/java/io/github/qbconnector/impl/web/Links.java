package io.github.qbconnector.impl.web;

import io.github.qbconnector.ConnectLink;
import io.github.qbconnector.ConnectRequest;
import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.impl.config.ReturnPath;
import io.github.qbconnector.impl.config.WebSettings;
import io.github.qbconnector.impl.connection.ConnectLinks;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The paths users see: the application's and those of our own endpoints. Made from the
 * configuration, never from a request, so that no header can bend them.
 */
public final class Links implements ConnectLinks {
  private final String contextPath;
  private final String endpoints;

  public Links(WebSettings settings) {
    this.contextPath = settings.contextPath();
    this.endpoints = settings.endpointsPath();
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
        connect(connector, returnPath, request.otherCompanyAllowed()), Optional.empty(), false);
  }

  /** A page of the application. */
  String application(String path) {
    return contextPath + path;
  }

  /** What follows the context root in a path. */
  String belowContext(String path) {
    return path.startsWith(contextPath + "/") ? path.substring(contextPath.length()) : path;
  }

  /** Where our endpoints are, without a slash at its end. */
  String endpoints() {
    return endpoints;
  }

  /** One of our endpoints. */
  String endpoint(String name) {
    return endpoints + "/" + name;
  }

  /** The connect page. */
  String connect(String connector, String returnPath, boolean otherCompanyAllowed) {
    StringBuilder link = new StringBuilder(endpoint("connect"));
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
