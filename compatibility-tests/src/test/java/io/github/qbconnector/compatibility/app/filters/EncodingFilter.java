package io.github.qbconnector.compatibility.app.filters;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sets the encoding of an application that is older than the habit of UTF-8. */
@WebFilter("/*")
public class EncodingFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    request.setCharacterEncoding("ISO-8859-1");
    response.setCharacterEncoding("ISO-8859-1");
    chain.doFilter(request, response);
  }
}
