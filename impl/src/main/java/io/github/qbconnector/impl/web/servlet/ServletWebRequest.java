package io.github.qbconnector.impl.web.servlet;

import io.github.qbconnector.impl.web.WebRequest;
import io.github.qbconnector.servlet.EndpointPaths;
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
    return request.getServletPath().substring(EndpointPaths.FOLDER.length());
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
        values.putIfAbsent(cookie.getName(), withoutQuotes(cookie.getValue()));
      }
    }
    return values;
  }

  /** RFC 6265 lets clients quote a value, and some servers hand the quotes on. */
  private static String withoutQuotes(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
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
