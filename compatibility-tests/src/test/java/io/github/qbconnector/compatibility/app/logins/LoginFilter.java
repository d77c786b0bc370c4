package io.github.qbconnector.compatibility.app.logins;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends whoever is not logged in to the application's login. */
@WebFilter("/gated/*")
public class LoginFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getUserPrincipal() == null) {
      response.sendRedirect(request.getContextPath() + "/login?to=" + request.getServletPath());
    } else {
      chain.doFilter(request, response);
    }
  }
}
