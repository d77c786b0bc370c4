package io.github.qbconnector.impl.web;

import io.github.qbconnector.impl.crypto.RandomIds;
import io.github.qbconnector.impl.crypto.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a form was shown by us to this browser for this owner (OWASP, signed double submit):
 * the token is a code over a random cookie, the connector and the owner.
 */
final class CsrfTokens {
  private final Supplier<Sealer> sealer;
  private final Cookies cookies;

  CsrfTokens(Supplier<Sealer> sealer, Cookies cookies) {
    this.sealer = sealer;
    this.cookies = cookies;
  }

  /** The browser's id, a new one if it has none. */
  String browser(WebRequest request) {
    String known = cookies.browser(request.cookies());
    return known != null && known.matches("[A-Za-z0-9_-]{16,64}") ? known : RandomIds.next();
  }

  String token(String browser, String connector, String owner) {
    return sealer
        .get()
        .sign(browser + "|" + connector.length() + "|" + connector + "|" + owner, "csrf");
  }

  boolean isValid(WebRequest request, String connector, String owner) {
    String browser = cookies.browser(request.cookies());
    String given = request.parameter("csrf");
    return browser != null
        && given != null
        && isFromHere(request.header("Sec-Fetch-Site"))
        && MessageDigest.isEqual(
            token(browser, connector, owner).getBytes(StandardCharsets.US_ASCII),
            given.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isFromHere(@Nullable String fetchSite) {
    return fetchSite == null || fetchSite.equals("same-origin") || fetchSite.equals("none");
  }
}
