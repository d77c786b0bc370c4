package io.github.qbconnector.impl.web;

import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.connection.ConsentFlow;
import io.github.qbconnector.impl.connection.Flow;
import io.github.qbconnector.impl.connection.FlowSeal;
import io.github.qbconnector.impl.crypto.RandomIds;
import io.github.qbconnector.spi.ConnectPolicy.Action;
import io.github.qbconnector.spi.Page.Tone;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code /quickbooks/connect} for QuickBooks Online: the page where it begins, and the beginning.
 */
final class ConsentEndpoint {
  private static final String PROVIDER = "Intuit";

  private final Pages pages;
  private final ConsentPage consentPage;
  private final Links links;
  private final Cookies cookies;
  private final CsrfTokens csrf;
  private final Permissions permissions;
  private final FlowSeal seal;
  private final Clock clock;

  ConsentEndpoint(
      Pages pages,
      Links links,
      Cookies cookies,
      CsrfTokens csrf,
      Permissions permissions,
      FlowSeal seal,
      Clock clock) {
    this.pages = pages;
    this.consentPage = new ConsentPage(pages, links);
    this.links = links;
    this.cookies = cookies;
    this.csrf = csrf;
    this.permissions = permissions;
    this.seal = seal;
    this.clock = clock;
  }

  WebAnswer handle(WebRequest request, WebConnector connector, ConsentFlow consent, String owner) {
    boolean allowed = permissions.allow(request, Action.CONNECT, connector.name(), owner);
    return request.method().equals("GET")
        ? page(request, connector, owner, allowed)
        : begin(request, connector, consent, owner, allowed);
  }

  private WebAnswer page(
      WebRequest request, WebConnector connector, String owner, boolean allowed) {
    String browser = csrf.browser(request);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("csrf", csrf.token(browser, connector.name(), owner));
    if (!connector.name().equals(QuickBooks.DEFAULT)) {
      fields.put("connector", connector.name());
    }
    WebAnswer page =
        consentPage.page(
            Endpoints.subject(request, connector),
            connector.lifecycle().status(owner),
            connector.lifecycle().details(owner),
            new ConsentPage.Asked(
                allowed,
                clock.instant(),
                Endpoints.returnPath(request),
                "true".equals(request.parameter("other-company")),
                fields));
    return cookies.withBrowser(page, browser);
  }

  private WebAnswer begin(
      WebRequest request,
      WebConnector connector,
      ConsentFlow consent,
      String owner,
      boolean allowed) {
    Pages.Subject subject = Endpoints.subject(request, connector);
    String back = links.connect(connector.name(), Endpoints.returnPath(request), false);
    if (!csrf.isValid(request, connector.name(), owner)) {
      return pages.ended(subject, 403, "forged", Tone.WARNING, back);
    }
    if (!allowed) {
      return pages.ended(subject, 403, "notAllowed", Tone.WARNING, back);
    }
    Instant now = clock.instant();
    Flow flow =
        new Flow(
            // The time first: it orders the cookies of one browser by age.
            String.format("%012x", now.toEpochMilli()) + RandomIds.next(),
            connector.name(),
            owner,
            Endpoints.returnPath(request),
            "true".equals(request.parameter("other-company")),
            Secret.of(RandomIds.next() + RandomIds.next()),
            Secret.of(RandomIds.next()),
            now.plus(Cookies.FLOW_LIFE));
    String consentUrl = consent.consentUrl(flow).toString();
    return cookies.withFlow(
        pages.leaving(subject, PROVIDER, consentUrl), request, flow, seal.seal(flow));
  }
}
