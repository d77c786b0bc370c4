package io.github.qbconnector.compatibility.app.mistakes;

import io.github.qbconnector.desktop.DesktopConnector;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Wants QuickBooks Desktop where the default connector is Online. */
@WebServlet("/mistaken")
public class MistakenServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient DesktopConnector quickBooks;
  @Inject private transient MistakenCdiBean bean;
  @Inject private transient MistakenEnterpriseBean enterpriseBean;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response
        .getWriter()
        .print(quickBooks.name() + bean.endUsers() + bean.payroll() + enterpriseBean.name());
  }
}
