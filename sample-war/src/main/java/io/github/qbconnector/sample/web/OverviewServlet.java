package io.github.qbconnector.sample.web;

import io.github.qbconnector.sample.accounting.SyncLog;
import io.github.qbconnector.sample.accounting.TenantConnections;
import io.github.qbconnector.sample.billing.BillingService;
import io.github.qbconnector.sample.billing.Invoice;
import io.github.qbconnector.sample.tenancy.Memberships;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/**
 * Where everybody starts: totals, the newest invoices, customers, and how QuickBooks stands. Mapped
 * to the whole area because not every server takes {@code /app/} alone for a mapping.
 */
@WebServlet("/app/*")
public class OverviewServlet extends HttpServlet {

  private static final int NEWEST = 5;

  @Inject private transient BillingService billing;
  @Inject private transient SyncLog syncLog;
  @Inject private transient Memberships memberships;
  @Inject private transient TenantConnections connections;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getPathInfo() == null) {
      View.goTo(request, response, "/app/");
    } else if (request.getPathInfo().equals("/")) {
      show(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void show(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String tenant = MemberFilter.member(request).tenantId();
    LocalDate today = Display.today();
    List<Invoice> invoices = billing.invoices(tenant);
    request.setAttribute("today", today);
    request.setAttribute("totals", billing.totals(tenant, today));
    request.setAttribute("invoices", invoices.subList(0, Math.min(NEWEST, invoices.size())));
    request.setAttribute("customers", billing.balances(tenant));
    request.setAttribute(
        "quickBooks", ConnectionView.of(connections.of(tenant), memberships::fullName));
    request.setAttribute("sync", syncLog.last(tenant).orElse(null));
    View.show(request, response, "overview");
  }
}
