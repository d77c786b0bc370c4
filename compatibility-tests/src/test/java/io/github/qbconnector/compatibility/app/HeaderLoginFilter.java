package io.github.qbconnector.compatibility.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * A login of the application's own: the container knows nobody, only the wrapped request does. In
 * earnest a gateway or a session would say who it is; here a header does.
 */
@WebFilter("/*")
public class HeaderLoginFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Says who is logged in. */
  public static final String HEADER = "X-Test-User";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String user = request.getHeader(HEADER);
    chain.doFilter(user == null ? request : new LoggedIn(request, user), response);
  }

  private static final class LoggedIn extends HttpServletRequestWrapper {
    private final String user;

    LoggedIn(HttpServletRequest request, String user) {
      super(request);
      this.user = user;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
      return () -> user;
    }

    @Override
    public String getRemoteUser() {
      return user;
    }

    @Override
    public boolean isUserInRole(String role) {
      return role.equals("member");
    }
  }
}
