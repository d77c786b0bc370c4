package io.github.qbconnector.benchmarks;

import io.github.qbconnector.gate.GateDoor;
import io.github.qbconnector.servlet.CallerFilter;
import io.github.qbconnector.servlet.GateFilter;
import io.github.qbconnector.servlet.UrlPatterns;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** A gated route of an application: both filters of the product before a page that does nothing. */
final class Route {
  private final CallerFilter callers;
  private final PageRequest request = new PageRequest("user-000000");
  private final HttpServletResponse response = PageRequest.refusing(HttpServletResponse.class);
  private final FilterChain behindCallers;
  private final FilterChain page;
  private int shown;

  Route(GateDoor door) {
    GateFilter gate =
        new GateFilter("default", new UrlPatterns(List.of("/quickbooks/*")), () -> door);
    this.callers = new CallerFilter(() -> door);
    this.page = (asked, answer) -> shown++;
    this.behindCallers = (asked, answer) -> gate.doFilter(asked, answer, page);
  }

  /** One request, through the filters. */
  int ask() throws IOException, ServletException {
    request.renew();
    callers.doFilter(request, response, behindCallers);
    return shown;
  }

  /** One request, without them. */
  int askUngated() throws IOException, ServletException {
    request.renew();
    page.doFilter(request, response);
    return shown;
  }

  /** Fails unless a request is decided and reaches the page. */
  Route checked() {
    int before = shown;
    try {
      int after = ask();
      if (after != before + 1 || !request.isDecided()) {
        throw new IllegalStateException("The page is not reached through the gate.");
      }
    } catch (IOException | ServletException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }
}
