package io.github.qbconnector.compatibility.app.filters;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cleans parameters of what might be markup, and spells callers as the application does. */
@WebFilter("/*")
public class CleaningFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new Cleaned(request), response);
  }

  private static final class Cleaned extends HttpServletRequestWrapper {

    Cleaned(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
      String value = super.getParameter(name);
      return value == null ? null : value.strip().replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
      Principal caller = super.getUserPrincipal();
      return caller == null ? null : () -> caller.getName().toUpperCase(Locale.ROOT);
    }

    @Override
    public @Nullable String getRemoteUser() {
      Principal caller = getUserPrincipal();
      return caller == null ? null : caller.getName();
    }
  }
}
