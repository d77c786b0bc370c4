package io.github.qbconnector.impl.web;

import io.github.qbconnector.impl.connection.LinkFlow;
import io.github.qbconnector.spi.ConnectPolicy.Action;
import io.github.qbconnector.spi.Page.Tone;

/** {@code POST /quickbooks/disconnect}: ends the current owner's connection. */
final class DisconnectEndpoint {
  private final Pages pages;
  private final Links links;
  private final CsrfTokens csrf;
  private final Permissions permissions;

  DisconnectEndpoint(Pages pages, Links links, CsrfTokens csrf, Permissions permissions) {
    this.pages = pages;
    this.links = links;
    this.csrf = csrf;
    this.permissions = permissions;
  }

  WebAnswer handle(WebRequest request, WebConnector connector, String owner) {
    Pages.Subject subject = Endpoints.subject(request, connector);
    String back = links.connect(connector.name(), "", false);
    if (!csrf.isValid(request, connector.name(), owner)) {
      return pages.ended(subject, 403, "forged", Tone.WARNING, back);
    }
    if (!permissions.allow(request, Action.DISCONNECT, connector.name(), owner)) {
      return pages.ended(subject, 403, "notAllowed", Tone.WARNING, back);
    }
    boolean deletes = "true".equals(request.parameter("delete-end-user"));
    if (deletes && connector.flow() instanceof LinkFlow flow) {
      flow.disconnectAndDelete(owner);
    } else {
      connector.flow().disconnect(owner);
    }
    String path = Endpoints.returnPath(request);
    return WebAnswer.redirect(path.isEmpty() ? back : links.application(path));
  }
}
