package io.github.qbconnector.sample.web;

import io.github.qbconnector.sample.billing.BillingService;
import io.github.qbconnector.sample.billing.Invoice;
import io.github.qbconnector.sample.billing.InvoiceDraft;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Writes an invoice. */
@WebServlet("/app/invoices/new")
public class NewInvoiceServlet extends HttpServlet {

  @Inject private transient BillingService billing;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    show(request, response, InvoiceForm.blank(Display.today()));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String tenant = MemberFilter.member(request).tenantId();
    InvoiceForm form = InvoiceForm.of(request::getParameter);
    Optional<InvoiceDraft> draft = form.draft();
    if (draft.isEmpty()) {
      show(request, response, form);
      return;
    }
    if (billing.customer(tenant, draft.get().customerId()).isEmpty()) {
      form.refuseCustomer();
      show(request, response, form);
      return;
    }
    Invoice invoice = billing.issue(tenant, draft.get());
    Notice.leave(request, Tone.GOOD, "Invoice " + invoice.getNumber() + " was created.");
    View.goTo(request, response, "/app/invoices");
  }

  private void show(HttpServletRequest request, HttpServletResponse response, InvoiceForm form)
      throws ServletException, IOException {
    request.setAttribute("form", form);
    request.setAttribute("customers", billing.customers(MemberFilter.member(request).tenantId()));
    View.show(request, response, "invoice-new");
  }
}
