package io.github.qbconnector.impl.web;

import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.error.RequestRejectedException;
import io.github.qbconnector.impl.connection.FlowSeal;
import io.github.qbconnector.impl.connection.Invitation;
import io.github.qbconnector.impl.connection.LinkFlow;
import io.github.qbconnector.impl.connection.LinkFlow.Begun;
import io.github.qbconnector.spi.OwnerResolver;
import io.github.qbconnector.spi.Page.Tone;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /quickbooks/connect} for whoever was sent an invitation: no login, no sight of anything
 * but whether the machine is linked.
 */
final class InvitationEndpoint {
  /** The parameter that carries an invitation. */
  static final String PARAMETER = "invitation";

  /** What the link of somebody who comes back from the provider ends in. */
  static final String COMING_BACK = "&back=1";

  private static final int LONGEST = 4_000;

  private final Map<String, WebConnector> connectors;
  private final Pages pages;
  private final LinkPages linkPages;
  private final Links links;
  private final Cookies cookies;
  private final CsrfTokens csrf;
  private final FlowSeal seal;
  private final OwnerResolver owners;

  InvitationEndpoint(
      Map<String, WebConnector> connectors,
      Pages pages,
      Links links,
      Cookies cookies,
      CsrfTokens csrf,
      FlowSeal seal,
      OwnerResolver owners) {
    this.connectors = connectors;
    this.pages = pages;
    this.linkPages = new LinkPages(pages, links);
    this.links = links;
    this.cookies = cookies;
    this.csrf = csrf;
    this.seal = seal;
    this.owners = owners;
  }

  /** An invitation that was sealed here, for a connector that is there. */
  private record Invited(
      String sealed, Invitation invitation, WebConnector connector, LinkFlow flow) {}

  private Optional<Invited> invited(WebRequest request) {
    String sealed = request.parameter(PARAMETER);
    if (sealed == null || sealed.length() > LONGEST) {
      return Optional.empty();
    }
    Invitation invitation = seal.openInvitation(sealed).orElse(null);
    WebConnector connector = invitation == null ? null : connectors.get(invitation.connector());
    return invitation != null && connector != null && connector.flow() instanceof LinkFlow flow
        ? Optional.of(new Invited(sealed, invitation, connector, flow))
        : Optional.empty();
  }

  WebAnswer handle(WebRequest request) {
    Invited invited = invited(request).orElse(null);
    if (invited == null) {
      return pages.toVisitor(
          Endpoints.subject(request, null), 404, "invitedVoid", Tone.WARNING, null);
    }
    Invitation invitation = invited.invitation();
    Pages.Subject subject = Endpoints.subject(request, invited.connector());
    if (isOwnersOwn(invitation)) {
      return WebAnswer.redirect(
          links.connect(invitation.connector(), invitation.returnPath(), false));
    }
    invited.connector().lifecycle().lookAgain(invitation.owner());
    return switch (invited.flow().fateOf(invitation)) {
      case DONE -> pages.toVisitor(subject, 200, "invitedDone", Tone.SUCCESS, null);
      case VOID -> pages.toVisitor(subject, 410, "invitedVoid", Tone.WARNING, null);
      case OPEN ->
          request.method().equals("GET")
              ? page(request, subject, invited)
              : begin(request, subject, invited);
    };
  }

  /** The owner, logged in here, needs no invitation. */
  private boolean isOwnersOwn(Invitation invitation) {
    return owners.currentOwner().filter(invitation.owner()::equals).isPresent();
  }

  private WebAnswer page(WebRequest request, Pages.Subject subject, Invited invited) {
    Invitation invitation = invited.invitation();
    String browser = csrf.browser(request);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("csrf", csrf.token(browser, invitation.connector(), invitation.owner()));
    fields.put(PARAMETER, invited.sealed());
    WebAnswer answer =
        request.parameter("back") != null
            ? linkPages.invitedWaiting(subject, statusHref(invited), fields)
            : linkPages.invited(
                subject,
                invited.flow().companyName(invitation.owner()).orElse(null),
                invited.flow().asksForProfile(invitation.owner())
                    || request.parameter(LinkEndpoint.ASK) != null,
                fields);
    return cookies.withBrowser(answer, browser);
  }

  private String statusHref(Invited invited) {
    return links.endpoint("status") + "?" + PARAMETER + "=" + invited.sealed();
  }

  private WebAnswer begin(WebRequest request, Pages.Subject subject, Invited invited) {
    Invitation invitation = invited.invitation();
    String self = self(invited);
    if (!csrf.isValid(request, invitation.connector(), invitation.owner())) {
      return pages.toVisitor(subject, 403, "forged", Tone.WARNING, self);
    }
    URI afterwards = links.absolute(self + COMING_BACK);
    Begun begun;
    try {
      begun =
          invited
              .flow()
              .begin(invitation.owner(), false, LinkEndpoint.profile(request), afterwards, null);
    } catch (RequestRejectedException e) {
      return pages.toVisitor(
          subject, 400, "profileRefused", Tone.WARNING, LinkEndpoint.asking(self));
    }
    if (begun instanceof Begun.Opened opened) {
      return pages.leaving(subject, LinkEndpoint.PROVIDER, opened.link().url().reveal());
    }
    return begun instanceof Begun.Linked
        ? pages.toVisitor(subject, 200, "invitedDone", Tone.SUCCESS, null)
        : WebAnswer.redirect(LinkEndpoint.asking(self));
  }

  /** For a visitor whose step has failed. */
  WebAnswer unavailable(WebRequest request, QuickBooksException failure) {
    Invited invited = invited(request).orElse(null);
    return pages.unavailableToVisitor(
        Endpoints.subject(request, invited == null ? null : invited.connector()),
        FailureStatus.of(failure),
        GateAnswers.retryAfter(failure),
        invited == null ? null : self(invited));
  }

  private String self(Invited invited) {
    return links.endpoint("connect") + "?" + PARAMETER + "=" + invited.sealed();
  }

  /** What a script may know that follows an invitation: the state, and nothing else. */
  WebAnswer status(WebRequest request) {
    Invited invited = invited(request).orElse(null);
    if (invited == null) {
      return StatusEndpoint.json("NOT_CONNECTED");
    }
    String owner = invited.invitation().owner();
    invited.connector().lifecycle().lookAgain(owner);
    return StatusEndpoint.json(
        switch (invited.flow().fateOf(invited.invitation())) {
          case DONE -> "CONNECTED";
          case VOID -> "NOT_CONNECTED";
          case OPEN -> "CONNECTING";
        });
  }
}
