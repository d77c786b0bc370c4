package io.github.qbconnector.impl.web.servlet;

import io.github.qbconnector.impl.web.WebRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A servlet request as the endpoints want to see it. */
record ServletWebRequest(HttpServletRequest request) implements WebRequest {

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String endpoint() {
    String info = request.getPathInfo();
    return info == null ? "" : info.substring(1);
  }

  @Override
  public @Nullable String parameter(String name) {
    return request.getParameter(name);
  }

  @Override
  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  @Override
  public Map<String, String> cookies() {
    Cookie[] cookies = request.getCookies();
    Map<String, String> values = new HashMap<>();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        values.putIfAbsent(cookie.getName(), cookie.getValue());
      }
    }
    return values;
  }

  @Override
  public @Nullable String callerName() {
    Principal caller = request.getUserPrincipal();
    return caller == null ? request.getRemoteUser() : caller.getName();
  }

  @Override
  public boolean isCallerInRole(String role) {
    return request.isUserInRole(role);
  }

  @Override
  public Locale locale() {
    return request.getLocale();
  }
}
