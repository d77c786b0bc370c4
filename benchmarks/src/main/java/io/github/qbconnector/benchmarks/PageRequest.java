package io.github.qbconnector.benchmarks;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Proxy;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * A browser's request for a page, in memory. What a gated request is asked is answered here by
 * fields; a server's own request costs more, but that is not ours to change. Anything else fails,
 * so that no benchmark measures something that it does not know of.
 */
final class PageRequest extends HttpServletRequestWrapper {
  private final Principal principal;
  private @Nullable String attributeName;
  private @Nullable Object attribute;

  PageRequest(String user) {
    super(refusing(HttpServletRequest.class));
    this.principal = () -> user;
  }

  /** An object that answers nothing. */
  static <T> T refusing(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.toString());
            }));
  }

  /** Makes it a new request. */
  void renew() {
    attributeName = null;
    attribute = null;
  }

  /** Whether something was noted that belongs to our gate. */
  boolean isDecided() {
    return attribute != null;
  }

  @Override
  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getServletPath() {
    return "/gated/invoices.xhtml";
  }

  @Override
  public @Nullable String getPathInfo() {
    return null;
  }

  @Override
  public Principal getUserPrincipal() {
    return principal;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return switch (name) {
      case "Sec-Fetch-Mode" -> "navigate";
      case "Accept" -> "text/html,application/xhtml+xml";
      default -> null;
    };
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return name.equals(attributeName) ? attribute : null;
  }

  @Override
  public void setAttribute(String name, Object value) {
    attributeName = name;
    attribute = value;
  }
}
