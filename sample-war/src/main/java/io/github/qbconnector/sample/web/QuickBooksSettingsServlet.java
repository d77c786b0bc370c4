package io.github.qbconnector.sample.web;

import io.github.qbconnector.ConnectRequest;
import io.github.qbconnector.QuickBooksConnection;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.online.OnlineConnection;
import io.github.qbconnector.sample.accounting.InvoiceSync;
import io.github.qbconnector.sample.accounting.SyncLog;
import io.github.qbconnector.sample.accounting.SyncProblem;
import io.github.qbconnector.sample.accounting.TenantConnections;
import io.github.qbconnector.sample.tenancy.Memberships;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Settings of the QuickBooks connection: everybody may look, owners may act. */
@WebServlet(QuickBooksSettingsServlet.PATH)
public class QuickBooksSettingsServlet extends HttpServlet {

  static final String PATH = "/app/settings/quickbooks";

  @Inject private transient Memberships memberships;
  @Inject private transient TenantConnections connections;
  @Inject private transient InvoiceSync sync;
  @Inject private transient SyncLog syncLog;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    QuickBooksConnection connection = connection(request);
    request.setAttribute("quickBooks", ConnectionView.of(connection, memberships::fullName));
    if (connection instanceof OnlineConnection online) {
      ConnectRequest other = ConnectRequest.returningTo(PATH).allowingOtherCompany();
      request.setAttribute("connectOther", online.connectLink(other).href());
    }
    request.setAttribute("sync", syncLog.last(connection.owner()).orElse(null));
    View.show(request, response, "quickbooks-settings");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (!request.isUserInRole("owner")) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    QuickBooksConnection connection = connection(request);
    switch (String.valueOf(request.getParameter("action"))) {
      case "check" -> check(request, connection);
      case "sync" -> synchronize(request, connection);
      case "disconnect" -> disconnect(request, connection);
      default -> {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        return;
      }
    }
    View.goTo(request, response, PATH);
  }

  private QuickBooksConnection connection(HttpServletRequest request) {
    return connections.of(MemberFilter.member(request).tenantId());
  }

  private static void check(HttpServletRequest request, QuickBooksConnection connection) {
    if (connection.ping().isConnected()) {
      Notice.leave(request, Tone.GOOD, "QuickBooks answered; the connection works.");
    } else {
      Notice.leave(request, Tone.WARN, "The connection does not work at the moment.");
    }
  }

  private void synchronize(HttpServletRequest request, QuickBooksConnection connection) {
    SyncProblem problem = sync.synchronize(connection.owner()).getProblem();
    if (problem == null) {
      Notice.leave(request, Tone.GOOD, "Your invoices were read from QuickBooks.");
    } else {
      Notice.leave(request, Tone.WARN, problem.getSentence());
    }
  }

  private static void disconnect(HttpServletRequest request, QuickBooksConnection connection) {
    try {
      connection.disconnect();
      Notice.leave(request, Tone.GOOD, "QuickBooks is disconnected.");
    } catch (ProviderUnavailableException nothingChanged) {
      Notice.leave(
          request, Tone.WARN, "QuickBooks could not be disconnected just now. Please try again.");
    }
  }
}
