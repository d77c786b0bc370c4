package io.github.qbconnector.servlet;

import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.gate.GateAnswer;
import io.github.qbconnector.gate.GateDoor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The gate before the routes that need one connector's connection. Our own endpoints, the
 * container's form login, excluded patterns and dispatches other than REQUEST always pass. Where
 * the connector is not started, nothing else does.
 */
public final class GateFilter implements Filter {
  /** Where login forms lead, in whatever folder they are; some servers do this behind filters. */
  private static final String FORM_LOGIN = "/j_security_check";

  private final String connector;
  private final UrlPatterns excluded;
  private final Supplier<@Nullable GateDoor> door;

  /**
   * Made by {@link GateInitializer}.
   *
   * @param connector the connector's name
   * @param excluded what passes in any case
   * @param door finds the door, if there is one
   */
  public GateFilter(String connector, UrlPatterns excluded, Supplier<@Nullable GateDoor> door) {
    this.connector = connector;
    this.excluded = excluded;
    this.door = door;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest http)
        || !(response instanceof HttpServletResponse httpResponse)
        || request.getDispatcherType() != DispatcherType.REQUEST
        || isOpen(http)) {
      chain.doFilter(request, response);
      return;
    }
    GateDoor gate = door.get();
    if (gate == null) {
      WholeAnswer.NOT_STARTED.writeTo(httpResponse);
      return;
    }
    HttpGateRequest shown = new HttpGateRequest(http);
    GateAnswer answer = gate.check(connector, shown);
    if (answer != null && answer.login()) {
      ContainerLogin login = ContainerLogin.attempt(http, httpResponse);
      if (login == ContainerLogin.ASKED) {
        return;
      }
      answer = login == ContainerLogin.KNOWN ? gate.check(connector, shown) : answer;
    }
    if (answer != null) {
      whole(answer).writeTo(httpResponse);
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      QuickBooksException ours = ours(e);
      GateAnswer explained =
          ours == null || response.isCommitted() ? null : gate.explain(connector, ours, shown);
      if (explained == null) {
        throw e;
      }
      whole(explained).replace(httpResponse);
    }
  }

  private boolean isOpen(HttpServletRequest request) {
    String info = request.getPathInfo();
    String path = info == null ? request.getServletPath() : request.getServletPath() + info;
    return excluded.match(path) || path.endsWith(FORM_LOGIN);
  }

  private static WholeAnswer whole(GateAnswer answer) {
    return new WholeAnswer(answer.status(), answer.headers(), answer.body());
  }

  /** Pages wrap what their beans throw; ours may be some causes down. */
  private static @Nullable QuickBooksException ours(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (cause instanceof QuickBooksException found) {
        return found;
      }
      cause =
          cause instanceof ServletException servlet && servlet.getRootCause() != null
              ? servlet.getRootCause()
              : cause.getCause();
    }
    return null;
  }
}
