package io.github.qbconnector.compatibility.app.shop;

import jakarta.ejb.EJB;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The controller of the page with the invoices; mapped by the descriptor. */
public class InvoicesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("NullAway.Init") // the container sees to it
  @EJB
  private transient InvoiceBook book;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    request.setAttribute("invoices", book.open());
    RequestDispatcher page = request.getRequestDispatcher("/accounting/report.jsp");
    page.forward(request, response);
  }
}
