package io.github.qbconnector.impl.web;

import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.impl.config.ReturnPath;
import io.github.qbconnector.impl.config.WebSettings;
import io.github.qbconnector.impl.connection.ConnectFlow;
import io.github.qbconnector.impl.connection.ConsentFlow;
import io.github.qbconnector.impl.connection.FlowSeal;
import io.github.qbconnector.impl.connection.LinkFlow;
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
import java.util.Collections;
import java.util.LinkedHashMap;
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
  private final ConsentEndpoint consent;
  private final LinkEndpoint link;
  private final InvitationEndpoint invitation;
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
    this.connectors = Collections.unmodifiableMap(new LinkedHashMap<>(connectors));
    this.owners = owners;
    this.links = links;
    this.pages = new Pages(renderer, links);
    Cookies cookies = new Cookies(settings);
    CsrfTokens csrf = new CsrfTokens(sealer, cookies);
    Permissions permissions = new Permissions(settings, policy);
    FlowSeal seal = new FlowSeal(sealer, flowVault);
    this.consent = new ConsentEndpoint(pages, links, cookies, csrf, permissions, seal, clock);
    this.link = new LinkEndpoint(pages, links, cookies, csrf, permissions, clock);
    this.invitation =
        new InvitationEndpoint(this.connectors, pages, links, cookies, csrf, seal, owners);
    this.callback =
        new CallbackEndpoint(
            this.connectors, pages, links, cookies, permissions, seal, flowVault, clock);
    this.status = new StatusEndpoint(links);
    this.disconnect = new DisconnectEndpoint(pages, links, csrf, permissions);
  }

  /** Answers a request; every failure of ours is an answer too. */
  public WebAnswer handle(WebRequest request) {
    boolean isAboutOne =
        request.endpoint().equals("connect")
            || request.endpoint().equals("status")
            || request.endpoint().equals("disconnect");
    WebConnector connector = isAboutOne ? connector(request.parameter("connector")) : null;
    boolean invited = request.parameter(InvitationEndpoint.PARAMETER) != null;
    try {
      return switch (request.endpoint()) {
        case "style.css" -> file("style.css", "text/css;charset=UTF-8");
        case "icon.svg" -> file("icon.svg", "image/svg+xml");
        case "script.js" -> file("script.js", "text/javascript;charset=UTF-8");
        case "callback" ->
            only(request, List.of("GET"), () -> callback.handle(request, owners.currentOwner()));
        case "connect", "status", "disconnect" ->
            invited ? invited(request) : connector == null ? notFound() : owned(request, connector);
        default -> notFound();
      };
    } catch (QuickBooksException e) {
      return invited ? invitation.unavailable(request, e) : unavailable(request, connector, e);
    }
  }

  private WebAnswer unavailable(
      WebRequest request, @Nullable WebConnector connector, QuickBooksException failure) {
    String again =
        connector == null || request.endpoint().equals("status")
            ? null
            : links.connect(connector.name(), returnPath(request), false);
    return pages.unavailable(
        subject(request, connector),
        FailureStatus.of(failure),
        GateAnswers.retryAfter(failure),
        again);
  }

  /** The connector of that name, if the owner uses it; without a name the first one used. */
  private @Nullable WebConnector connector(@Nullable String name) {
    Optional<String> owner = owners.currentOwner();
    return connectors.values().stream()
        .filter(c -> name == null || name.equals(c.name()))
        .filter(c -> owner.isEmpty() || owners.uses(c.name(), owner.get()))
        .findFirst()
        .orElse(null);
  }

  private WebAnswer invited(WebRequest request) {
    return switch (request.endpoint()) {
      case "connect" -> only(request, List.of("GET", "POST"), () -> invitation.handle(request));
      case "status" -> only(request, List.of("GET"), () -> invitation.status(request));
      default -> notFound();
    };
  }

  /** What follows the context root in a path as browsers see it. */
  public String belowContext(String path) {
    return links.belowContext(path);
  }

  private WebAnswer owned(WebRequest request, WebConnector connector) {
    Optional<String> owner = owners.currentOwner();
    if (owner.isEmpty()) {
      return request.endpoint().equals("status")
          ? GateAnswers.loginProblem(request.header("Authorization"))
          : pages.login(subject(request, connector)).afterLogin();
    }
    return switch (request.endpoint()) {
      case "connect" ->
          only(request, List.of("GET", "POST"), () -> connect(request, connector, owner.get()));
      case "status" ->
          only(request, List.of("GET"), () -> status.handle(request, connector, owner.get()));
      default ->
          only(request, List.of("POST"), () -> disconnect.handle(request, connector, owner.get()));
    };
  }

  private WebAnswer connect(WebRequest request, WebConnector connector, String owner) {
    ConnectFlow flow = connector.flow();
    return flow instanceof LinkFlow linking
        ? link.handle(request, connector, linking, owner)
        : consent.handle(request, connector, (ConsentFlow) flow, owner);
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
