package io.github.qbconnector.compatibility.app;

import io.github.qbconnector.gate.RequiresQuickBooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Calls a bean that names a connector which the configuration does not know. */
@WebServlet("/payroll")
public class UnknownConnectorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Payroll payroll;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(payroll.run());
  }

  /** The bean with the mistake. */
  @ApplicationScoped
  public static class Payroll {

    /** Must never be reached. */
    @RequiresQuickBooks("payroll")
    public String run() {
      return "payroll was run";
    }
  }
}
