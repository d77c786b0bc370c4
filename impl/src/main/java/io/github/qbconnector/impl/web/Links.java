package io.github.qbconnector.impl.web;

import io.github.qbconnector.ConnectLink;
import io.github.qbconnector.ConnectRequest;
import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.impl.config.ReturnPath;
import io.github.qbconnector.impl.config.WebSettings;
import io.github.qbconnector.impl.connection.ConnectLinks;
import io.github.qbconnector.impl.connection.FlowSeal;
import io.github.qbconnector.impl.connection.Invitation;
import io.github.qbconnector.impl.vault.ConnectionKey;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The paths users see: the application's and those of our own endpoints. Made from the
 * configuration, never from a request, so that no header can bend them.
 */
public final class Links implements ConnectLinks {
  private final WebSettings settings;
  private final String contextPath;
  private final String endpoints;
  private final FlowSeal seal;
  private final Clock clock;

  public Links(WebSettings settings, FlowSeal seal, Clock clock) {
    this.settings = settings;
    this.contextPath = settings.contextPath();
    this.endpoints = settings.endpointsPath();
    this.seal = seal;
    this.clock = clock;
  }

  @Override
  public ConnectLink link(String connector, ConnectRequest request) {
    String path = checked(request.returnPath());
    return new ConnectLink(
        connect(connector, path, request.otherCompanyAllowed()), Optional.empty(), false);
  }

  @Override
  public ConnectLink invitation(ConnectionKey key, ConnectRequest request, Duration life) {
    Instant now = clock.instant();
    Instant expiresAt = now.plus(life);
    String sealed =
        seal.sealInvitation(
            new Invitation(
                key.connector(), key.owner(), checked(request.returnPath()), now, expiresAt));
    return new ConnectLink(
        absolute(endpoint("connect") + "?" + InvitationEndpoint.PARAMETER + "=" + sealed)
            .toString(),
        Optional.of(expiresAt),
        true);
  }

  private static String checked(String returnPath) {
    if (!returnPath.isEmpty() && !ReturnPath.isValid(returnPath)) {
      throw new IllegalArgumentException(
          "The return path is not a path of this application that begins with one slash: "
              + returnPath);
    }
    return returnPath;
  }

  /** A path as users elsewhere need it. */
  URI absolute(String path) {
    return URI.create(settings.origin() + path);
  }

  /** What users know the application's server by. */
  String host() {
    return settings.publicUrl().getHost();
  }

  /** Where a script asks what is known of the current owner's connection. */
  String status(String connector) {
    return endpoint("status")
        + (connector.equals(QuickBooks.DEFAULT) ? "" : "?connector=" + connector);
  }

  /** A page of the application. */
  String application(String path) {
    return contextPath + path;
  }

  /** Where the user goes on: the page asked for, or the one that is configured. */
  String onward(String returnPath) {
    return application(returnPath.isEmpty() ? settings.afterConnect() : returnPath);
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
