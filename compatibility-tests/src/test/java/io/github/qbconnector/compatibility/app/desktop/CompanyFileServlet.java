package io.github.qbconnector.compatibility.app.desktop;

import io.github.qbconnector.desktop.DesktopConnector;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page behind the gate, with what it reads from QuickBooks Desktop. */
@WebServlet("/gated/company")
public class CompanyFileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient DesktopConnector quickBooks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response
        .getWriter()
        .print(
            quickBooks.connection().companyFile().company().companyName().orElse("a nameless one"));
  }
}
