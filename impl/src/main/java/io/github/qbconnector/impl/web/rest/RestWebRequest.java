package io.github.qbconnector.impl.web.rest;

import io.github.qbconnector.impl.web.WebRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JAX-RS request as the endpoints want to see it. */
record RestWebRequest(
    String method,
    String endpoint,
    UriInfo uri,
    MultivaluedMap<String, String> form,
    HttpHeaders headers,
    SecurityContext security)
    implements WebRequest {

  @Override
  public @Nullable String parameter(String name) {
    String inQuery = uri.getQueryParameters().getFirst(name);
    return inQuery != null ? inQuery : form.getFirst(name);
  }

  @Override
  public @Nullable String header(String name) {
    return headers.getHeaderString(name);
  }

  @Override
  public Map<String, String> cookies() {
    Map<String, String> values = new HashMap<>();
    headers.getCookies().forEach((name, cookie) -> values.put(name, cookie.getValue()));
    return values;
  }

  @Override
  public @Nullable String callerName() {
    Principal caller = security.getUserPrincipal();
    return caller == null ? null : caller.getName();
  }

  @Override
  public boolean isCallerInRole(String role) {
    return security.isUserInRole(role);
  }

  @Override
  public Locale locale() {
    List<Locale> accepted = headers.getAcceptableLanguages();
    return accepted.isEmpty() || accepted.get(0).getLanguage().equals("*")
        ? Locale.getDefault()
        : accepted.get(0);
  }
}
