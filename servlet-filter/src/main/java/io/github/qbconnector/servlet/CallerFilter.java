package io.github.qbconnector.servlet;

import io.github.qbconnector.gate.GateDoor;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.function.Supplier;

/**
 * Tells the connector who calls, as the application's own filters present it: a login of the
 * application's that wraps the request is invisible to the container, but not here. Registered for
 * all requests, behind the application's filters.
 */
public final class CallerFilter implements Filter {
  private final Supplier<GateDoor> door;

  /**
   * Made by {@link GateInitializer}.
   *
   * @param door finds the door when the first request comes
   */
  public CallerFilter(Supplier<GateDoor> door) {
    this.door = door;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest http)) {
      chain.doFilter(request, response);
      return;
    }
    try (GateDoor.CallerScope scope =
        door.get()
            .enter(
                () -> {
                  Principal caller = http.getUserPrincipal();
                  return caller == null ? http.getRemoteUser() : caller.getName();
                })) {
      chain.doFilter(request, response);
    }
  }
}
