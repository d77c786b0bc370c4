package io.github.qbconnector.sample.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The session's secret that every form of ours carries, so that no other site can post it. */
final class CsrfToken {

  static final String FIELD = "csrf";

  private static final String ATTRIBUTE = CsrfToken.class.getName();
  private static final SecureRandom RANDOM = new SecureRandom();

  private CsrfToken() {}

  static String of(HttpSession session) {
    // Two tabs may ask at the same time in a fresh session; both must get the same answer.
    synchronized (CsrfToken.class) {
      if (session.getAttribute(ATTRIBUTE) instanceof String token) {
        return token;
      }
      byte[] bytes = new byte[32];
      RANDOM.nextBytes(bytes);
      String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      session.setAttribute(ATTRIBUTE, token);
      return token;
    }
  }

  static boolean isCarriedBy(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    String sent = request.getParameter(FIELD);
    return session != null
        && sent != null
        && MessageDigest.isEqual(of(session).getBytes(UTF_8), sent.getBytes(UTF_8));
  }
}
