package io.github.qbconnector.impl.web.servlet;

import io.github.qbconnector.gate.GateDoor;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests for the endpoints before the application's filters see them: those of consoles of
 * a single page lead every path that they do not know to that page. Who calls is then what the
 * container says.
 */
public final class EndpointsFirst implements Filter {
  private final Servlet endpoints;
  private final Supplier<@Nullable GateDoor> door;

  /**
   * Registered by {@link EndpointsInitializer}.
   *
   * @param endpoints what answers
   * @param door finds the door, if there is one
   */
  public EndpointsFirst(Servlet endpoints, Supplier<@Nullable GateDoor> door) {
    this.endpoints = endpoints;
    this.door = door;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    GateDoor entered = door.get();
    if (entered == null) {
      endpoints.service(request, response);
      return;
    }
    try (GateDoor.CallerScope scope =
        entered.enter(() -> ((HttpServletRequest) request).getRemoteUser())) {
      endpoints.service(request, response);
    }
  }
}
