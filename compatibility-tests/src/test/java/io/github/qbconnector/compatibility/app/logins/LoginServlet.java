package io.github.qbconnector.compatibility.app.logins;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A login that the application does itself, with the container's users. */
@WebServlet("/login")
public class LoginServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.getSession();
    response.getWriter().print("who are you?");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    request.getSession();
    request.login(request.getParameter("user"), request.getParameter("password"));
    // Whoever knew the session before the login does not know it now.
    request.changeSessionId();
    response.sendRedirect(request.getContextPath() + request.getParameter("to"));
  }
}
