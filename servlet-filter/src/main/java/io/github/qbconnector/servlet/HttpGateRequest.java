package io.github.qbconnector.servlet;

import io.github.qbconnector.gate.GateRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** A servlet request as the gate wants to see it. */
record HttpGateRequest(HttpServletRequest request) implements GateRequest {

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String pathAndQuery() {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String query = request.getQueryString();
    return query == null ? path : path + "?" + query;
  }

  @Override
  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  @Override
  public void remember(String name, Object value) {
    request.setAttribute(name, value);
  }

  @Override
  public @Nullable Object recall(String name) {
    return request.getAttribute(name);
  }
}
