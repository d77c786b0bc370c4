package io.github.qbconnector.compatibility.app.filters;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.PrintWriter;

/** Keeps each page back and adds a line to it, as the filter of the Java EE tutorial does. */
@WebFilter("/*")
public class FooterFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** What every page ends in. */
  public static final String FOOTER = "<!-- the application's footer -->";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    KeptBack page = new KeptBack(response);
    chain.doFilter(request, page);
    String type = page.getContentType();
    if (type != null && type.startsWith("text/html")) {
      page.text.append(FOOTER);
    }
    String whole = page.text.toString();
    response.setContentLength(whole.getBytes(response.getCharacterEncoding()).length);
    response.getWriter().write(whole);
  }

  private static final class KeptBack extends HttpServletResponseWrapper {
    private final CharArrayWriter text = new CharArrayWriter();

    KeptBack(HttpServletResponse response) {
      super(response);
    }

    @Override
    public PrintWriter getWriter() {
      return new PrintWriter(text);
    }
  }
}
