package io.github.qbconnector.compatibility.app.desktop;

import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.desktop.DesktopConnector;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Has the caller's machine asked for a sign of life. */
@WebServlet("/machine/ping")
public class PingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject
  @QuickBooks("desktop")
  private transient DesktopConnector quickBooks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ConnectionStatus status = quickBooks.connection().ping();
    response.getWriter().print(status.state() + " " + status.evidence());
  }
}
