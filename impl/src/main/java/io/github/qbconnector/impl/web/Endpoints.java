package io.github.qbconnector.impl.web;

import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.impl.config.ReturnPath;
import io.github.qbconnector.impl.config.WebSettings;
import io.github.qbconnector.impl.connection.FlowSeal;
import io.github.qbconnector.impl.crypto.Sealer;
import io.github.qbconnector.impl.vault.FlowVault;
import io.github.qbconnector.spi.ConnectPolicy;
import io.github.qbconnector.spi.OwnerResolver;
import io.github.qbconnector.spi.PageRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All endpoints below {@code /quickbooks}; each skin hands its requests to {@link #handle}. */
public final class Endpoints {
  private final Map<String, WebConnector> connectors;
  private final OwnerResolver owners;
  private final Links links;
  private final Pages pages;
  private final ConnectEndpoint connect;
  private final CallbackEndpoint callback;
  private final StatusEndpoint status;
  private final DisconnectEndpoint disconnect;

  public Endpoints(
      Map<String, WebConnector> connectors,
      WebSettings settings,
      Links links,
      OwnerResolver owners,
      ConnectPolicy policy,
      PageRenderer renderer,
      FlowVault flowVault,
      Supplier<Sealer> sealer,
      Clock clock) {
    this.connectors = Map.copyOf(connectors);
    this.owners = owners;
    this.links = links;
    this.pages = new Pages(renderer, links);
    Cookies cookies = new Cookies(settings);
    CsrfTokens csrf = new CsrfTokens(sealer, cookies);
    Permissions permissions = new Permissions(settings, policy);
    FlowSeal seal = new FlowSeal(sealer);
    this.connect = new ConnectEndpoint(pages, links, cookies, csrf, permissions, seal, clock);
    this.callback =
        new CallbackEndpoint(
            this.connectors,
            pages,
            links,
            cookies,
            permissions,
            seal,
            flowVault,
            settings.afterConnect(),
            clock);
    this.status = new StatusEndpoint(links);
    this.disconnect = new DisconnectEndpoint(pages, links, csrf, permissions);
  }

  /** Answers a request; every failure of ours is an answer too. */
  public WebAnswer handle(WebRequest request) {
    String name = Objects.requireNonNullElse(request.parameter("connector"), QuickBooks.DEFAULT);
    WebConnector connector = connectors.get(name);
    if (connector == null && connectors.size() == 1 && name.equals(QuickBooks.DEFAULT)) {
      connector = connectors.values().iterator().next();
    }
    try {
      return switch (request.endpoint()) {
        case "style.css" -> file("style.css", "text/css;charset=UTF-8");
        case "icon.svg" -> file("icon.svg", "image/svg+xml");
        case "script.js" -> file("script.js", "text/javascript;charset=UTF-8");
        case "callback" ->
            only(request, List.of("GET"), () -> callback.handle(request, owners.currentOwner()));
        case "connect", "status", "disconnect" ->
            connector == null ? notFound() : owned(request, connector);
        default -> notFound();
      };
    } catch (QuickBooksException e) {
      return pages.unavailable(
          subject(request, connector), GateAnswers.statusOf(e), GateAnswers.retryAfter(e), null);
    }
  }

  /** What follows the context root in a path as browsers see it. */
  public String belowContext(String path) {
    return links.belowContext(path);
  }

  private WebAnswer owned(WebRequest request, WebConnector connector) {
    Optional<String> owner = owners.currentOwner();
    if (owner.isEmpty()) {
      return request.endpoint().equals("status")
          ? GateAnswers.loginProblem()
          : pages.login(subject(request, connector)).afterLogin();
    }
    return switch (request.endpoint()) {
      case "connect" ->
          only(
              request,
              List.of("GET", "POST"),
              () -> connect.handle(request, connector, owner.get()));
      case "status" ->
          only(request, List.of("GET"), () -> status.handle(request, connector, owner.get()));
      default ->
          only(request, List.of("POST"), () -> disconnect.handle(request, connector, owner.get()));
    };
  }

  private static WebAnswer only(
      WebRequest request, List<String> methods, Supplier<WebAnswer> answer) {
    return methods.contains(request.method())
        ? answer.get()
        : WebAnswer.of(405, "text/plain;charset=UTF-8", "Method not allowed\n")
            .withHeader("Allow", String.join(", ", methods));
  }

  private static WebAnswer notFound() {
    return WebAnswer.of(404, "text/plain;charset=UTF-8", "Not found\n");
  }

  private static WebAnswer file(String name, String type) {
    try (InputStream in = Endpoints.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return WebAnswer.of(200, type, new String(bytes, StandardCharsets.UTF_8))
          .withHeader("Cache-Control", "public, max-age=3600");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Pages.Subject subject(WebRequest request, @Nullable WebConnector connector) {
    return new Pages.Subject(request.locale(), connector == null ? null : connector.environment());
  }

  /** A checked return path of a request; empty if there is none or it leads elsewhere. */
  static String returnPath(WebRequest request) {
    String path = request.parameter("return");
    return path != null && ReturnPath.isValid(path) ? path : "";
  }
}
