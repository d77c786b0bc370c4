package io.github.qbconnector.impl.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers every answer of ours carries (OWASP Secure Headers). */
final class SecurityHeaders {
  /** Nothing but our own style and script; never in a frame; forms to this origin only. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src"
          + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private SecurityHeaders() {}

  static Map<String, String> forType(String contentType) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    headers.put("Cache-Control", "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    if (contentType.startsWith("text/html")) {
      headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
      headers.put("X-Frame-Options", "DENY");
    }
    return headers;
  }
}
