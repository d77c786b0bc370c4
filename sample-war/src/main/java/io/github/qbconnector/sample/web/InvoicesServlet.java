package io.github.qbconnector.sample.web;

import io.github.qbconnector.sample.billing.BillingService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;

/** The tenant's own invoices. */
@WebServlet("/app/invoices")
public class InvoicesServlet extends HttpServlet {

  @Inject private transient BillingService billing;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String tenant = MemberFilter.member(request).tenantId();
    LocalDate today = Display.today();
    request.setAttribute("today", today);
    request.setAttribute("totals", billing.totals(tenant, today));
    request.setAttribute("invoices", billing.invoices(tenant));
    View.show(request, response, "invoices");
  }
}
