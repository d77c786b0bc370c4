package io.github.qbconnector.compatibility.app;

import io.github.qbconnector.QuickBooks;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** Sets the connector's clock. */
@WebServlet("/clock")
public class ClockServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject @QuickBooks private transient MovableClock clock;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    clock.show(Duration.parse(request.getParameter("plus")));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
