package io.github.qbconnector.compatibility.app.desktop;

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

  @Inject private transient DesktopAttempt attempt;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().print(attempt.outcome());
  }
}
