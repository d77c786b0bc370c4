package io.github.qbconnector.sample.web;

import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.sample.accounting.QuickBooksInvoices;
import io.github.qbconnector.sample.accounting.TenantConnections;
import io.github.qbconnector.sample.tenancy.Memberships;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * The company's invoices in QuickBooks. The operator's configuration puts this page behind the
 * connector's gate, so there is a connection when a request arrives here; what else can go wrong is
 * answered by the connector, but for the one case where this page has something better to say.
 */
@WebServlet("/app/quickbooks/invoices")
public class QuickBooksInvoicesServlet extends HttpServlet {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject private transient QuickBooksInvoices invoices;
  @Inject private transient Memberships memberships;
  @Inject private transient TenantConnections connections;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String tenant = MemberFilter.member(request).tenantId();
    try {
      request.setAttribute("invoices", invoices.newest(tenant));
    } catch (ProviderUnavailableException unavailable) {
      long seconds = unavailable.retryAfter().orElse(SOON).toSeconds();
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setHeader("Retry-After", Long.toString(seconds));
    }
    request.setAttribute(
        "quickBooks", ConnectionView.of(connections.of(tenant), memberships::fullName));
    View.show(request, response, "quickbooks-invoices");
  }
}
