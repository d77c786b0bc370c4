package io.github.qbconnector.compatibility.app.desktop;

import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.desktop.ConductorClient;
import io.github.qbconnector.desktop.DesktopConnector;
import io.github.qbconnector.error.QuickBooksException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page that expects calls of QuickBooks Desktop to be refused and says how. */
@WebServlet("/gated/desktop-attempt")
public class DesktopAttemptServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject
  @QuickBooks("desktop")
  private transient DesktopConnector quickBooks;

  @Inject
  @QuickBooks("desktop")
  private transient ConductorClient conductor;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response
        .getWriter()
        .print(
            quickBooks.name()
                + " is "
                + quickBooks.product()
                + "; "
                + attempt(() -> quickBooks.connection("anybody").companyFile().company())
                + "; "
                + attempt(() -> conductor.endUsers().list()));
  }

  private static String attempt(Runnable call) {
    try {
      call.run();
      return "read";
    } catch (QuickBooksException e) {
      return e.getClass().getSimpleName() + " " + e.code();
    }
  }
}
