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
import org.jspecify.annotations.Nullable;

/**
 * Tells the connector who calls, as the application's own filters present it: a login of the
 * application's that wraps the request is invisible to the container, but not here. Registered for
 * all requests, behind the application's filters; all pass, also where the connector is not
 * started.
 */
public final class CallerFilter implements Filter {
  private final Supplier<@Nullable GateDoor> door;

  /**
   * Made by {@link GateInitializer}.
   *
   * @param door finds the door, if there is one
   */
  public CallerFilter(Supplier<@Nullable GateDoor> door) {
    this.door = door;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    GateDoor entered = door.get();
    if (entered == null || !(request instanceof HttpServletRequest http)) {
      chain.doFilter(request, response);
      return;
    }
    try (GateDoor.CallerScope scope =
        entered.enter(
            () -> {
              Principal caller = http.getUserPrincipal();
              return caller == null ? http.getRemoteUser() : caller.getName();
            })) {
      chain.doFilter(request, response);
    }
  }
}
