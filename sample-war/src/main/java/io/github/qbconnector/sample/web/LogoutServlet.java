package io.github.qbconnector.sample.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

/** Ends the login. Whoever has none any more is simply shown the front door. */
@WebServlet("/logout")
public class LogoutServlet extends HttpServlet {

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    if (CsrfToken.isCarriedBy(request)) {
      request.logout();
      // Some servers end the session with the login, others leave it.
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
    }
    View.goTo(request, response, "/");
  }
}
