package io.github.qbconnector.compatibility.app.desktop;

import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.desktop.DesktopConnector;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Connects an owner to a machine that is linked already, by any connector. */
@WebServlet("/adopt-desktop")
public class AdoptDesktopServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject @Any private transient Instance<DesktopConnector> connectors;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    connectors
        .select(QuickBooks.Literal.of(request.getParameter("connector")))
        .get()
        .adopt(request.getParameter("owner"), request.getParameter("end-user"));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
