package io.github.qbconnector.impl.web;

import io.github.qbconnector.ConnectRequest;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.error.RequestRejectedException;
import io.github.qbconnector.impl.connection.LinkFlow;
import io.github.qbconnector.impl.connection.LinkFlow.Begun;
import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.impl.vault.OpenLink;
import io.github.qbconnector.spi.ConnectPolicy.Action;
import io.github.qbconnector.spi.OwnerProfile.Profile;
import io.github.qbconnector.spi.Page.Tone;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /quickbooks/connect} for QuickBooks Desktop, for the owner who is logged in. */
final class LinkEndpoint {
  static final String PROVIDER = "Conductor";

  /** The parameter that has a page ask who the owner is. */
  static final String ASK = "ask";

  private static final int LONGEST_ANSWER = 254;

  private final Pages pages;
  private final LinkPages linkPages;
  private final Links links;
  private final Cookies cookies;
  private final CsrfTokens csrf;
  private final Permissions permissions;
  private final Clock clock;

  LinkEndpoint(
      Pages pages,
      Links links,
      Cookies cookies,
      CsrfTokens csrf,
      Permissions permissions,
      Clock clock) {
    this.pages = pages;
    this.linkPages = new LinkPages(pages, links);
    this.links = links;
    this.cookies = cookies;
    this.csrf = csrf;
    this.permissions = permissions;
    this.clock = clock;
  }

  WebAnswer handle(WebRequest request, WebConnector connector, LinkFlow flow, String owner) {
    boolean allowed = permissions.allow(request, Action.CONNECT, connector.name(), owner);
    return request.method().equals("GET")
        ? page(request, connector, flow, owner, allowed)
        : step(request, connector, flow, owner, allowed);
  }

  private WebAnswer page(
      WebRequest request, WebConnector connector, LinkFlow flow, String owner, boolean allowed) {
    Pages.Subject subject = Endpoints.subject(request, connector);
    connector.lifecycle().lookAgain(owner);
    ConnectionStatus status = connector.lifecycle().status(owner);
    if (!allowed) {
      return linkPages.forbidden(subject, status);
    }
    String browser = csrf.browser(request);
    LinkPages.Asked asked = asked(request, connector, owner, browser);
    boolean asks = flow.asksForProfile(owner) || request.parameter(ASK) != null;
    return cookies.withBrowser(page(subject, connector, flow, owner, status, asks, asked), browser);
  }

  private WebAnswer page(
      Pages.Subject subject,
      WebConnector connector,
      LinkFlow flow,
      String owner,
      ConnectionStatus status,
      boolean asksForProfile,
      LinkPages.Asked asked) {
    return switch (status.state()) {
      case CONNECTED ->
          linkPages.connected(subject, status, connector.lifecycle().details(owner), asked);
      case NOT_CONNECTED -> linkPages.start(subject, status, asksForProfile, asked);
      case CONNECTING -> {
        Optional<OpenLink> open = flow.openLink(owner);
        yield open.isEmpty()
            ? linkPages.start(subject, status, false, asked)
            : waiting(subject, connector, owner, status, open.get(), asked);
      }
      default -> linkPages.trouble(subject, status, connector.lifecycle().details(owner), asked);
    };
  }

  private WebAnswer waiting(
      Pages.Subject subject,
      WebConnector connector,
      String owner,
      ConnectionStatus status,
      OpenLink open,
      LinkPages.Asked asked) {
    Duration timeLeft = Duration.between(clock.instant(), open.expiresAt());
    String link =
        links
            .invitation(
                new ConnectionKey(connector.name(), owner), back(asked.returnPath()), timeLeft)
            .href();
    return linkPages.waiting(subject, status, link, open.expiresAt(), timeLeft, asked);
  }

  private LinkPages.Asked asked(
      WebRequest request, WebConnector connector, String owner, String browser) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("csrf", csrf.token(browser, connector.name(), owner));
    if (!connector.name().equals(QuickBooks.DEFAULT)) {
      fields.put("connector", connector.name());
    }
    return new LinkPages.Asked(
        Endpoints.returnPath(request), fields, links.status(connector.name()));
  }

  private WebAnswer step(
      WebRequest request, WebConnector connector, LinkFlow flow, String owner, boolean allowed) {
    Pages.Subject subject = Endpoints.subject(request, connector);
    String back = links.connect(connector.name(), Endpoints.returnPath(request), false);
    if (!csrf.isValid(request, connector.name(), owner)) {
      return pages.ended(subject, 403, "forged", Tone.WARNING, back);
    }
    if (!allowed) {
      return pages.ended(subject, 403, "notAllowed", Tone.WARNING, back);
    }
    boolean isAnew = "anew".equals(request.parameter("step"));
    boolean isHere = "open".equals(request.parameter("step"));
    Begun begun;
    try {
      begun =
          flow.begin(
              owner,
              isAnew,
              profile(request),
              afterwards(request, connector, owner),
              request.callerName());
    } catch (RequestRejectedException e) {
      return pages.ended(subject, 400, "profileRefused", Tone.WARNING, back);
    }
    // Redirected, so that loading the page again does not begin again.
    return isHere && begun instanceof Begun.Opened opened
        ? pages.leaving(subject, PROVIDER, opened.link().url().reveal())
        : WebAnswer.redirect(begun instanceof Begun.ProfileMissing ? asking(back) : back);
  }

  /** The same page, which asks who the owner is: only the provider knew that it must be told. */
  static String asking(String href) {
    return href + (href.indexOf('?') < 0 ? "?" : "&") + ASK + "=1";
  }

  /** Where the browser goes that used the link: the owner's own, or somebody's without a login. */
  private URI afterwards(WebRequest request, WebConnector connector, String owner) {
    return URI.create(
        links
                .invitation(
                    new ConnectionKey(connector.name(), owner),
                    back(Endpoints.returnPath(request)),
                    connector.linkExpiry())
                .href()
            + InvitationEndpoint.COMING_BACK);
  }

  private static ConnectRequest back(String returnPath) {
    return returnPath.isEmpty() ? ConnectRequest.create() : ConnectRequest.returningTo(returnPath);
  }

  /** What the user said about the owner; {@code null} if that is not enough. */
  static @Nullable Profile profile(WebRequest request) {
    String company = trimmed(request.parameter("company"));
    String email = trimmed(request.parameter("email"));
    return company.isEmpty() || !email.matches("[^@\\s]+@[^@\\s]+")
        ? null
        : new Profile(company, email);
  }

  private static String trimmed(@Nullable String answer) {
    String plain = answer == null ? "" : answer.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= LONGEST_ANSWER ? plain : "";
  }
}
