package io.github.qbconnector.impl.web;

import io.github.qbconnector.impl.config.WebSettings;
import io.github.qbconnector.impl.connection.Flow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The two kinds of cookies: one per flow, and one that tells browsers apart for CSRF tokens. Held
 * to this host by {@code __Host-} where users come by TLS.
 */
final class Cookies {
  static final Duration FLOW_LIFE = Duration.ofMinutes(15);
  static final int MAX_FLOWS = 5;

  private static final String FLOW = "qbc-flow-";
  private static final String BROWSER = "qbc-browser";

  private final WebSettings settings;

  Cookies(WebSettings settings) {
    this.settings = settings;
  }

  @Nullable String flow(WebRequest request, String flowId) {
    return request.cookies().get(prefix() + FLOW + flowId);
  }

  /** The answer with the flow's cookie; the oldest of too many are dropped. */
  WebAnswer withFlow(WebAnswer answer, WebRequest request, Flow flow, String sealed) {
    // Ids begin with the time they were made, so their order is that of age.
    List<String> others =
        request.cookies().keySet().stream()
            .filter(name -> name.startsWith(prefix() + FLOW))
            .sorted()
            .toList();
    WebAnswer result = answer;
    for (int i = 0; i <= others.size() - MAX_FLOWS; i++) {
      result = result.withCookie(cookie(others.get(i), "", Duration.ZERO));
    }
    return result.withCookie(cookie(prefix() + FLOW + flow.id(), sealed, FLOW_LIFE));
  }

  WebAnswer withoutFlow(WebAnswer answer, String flowId) {
    return answer.withCookie(cookie(prefix() + FLOW + flowId, "", Duration.ZERO));
  }

  @Nullable String browser(Map<String, String> cookies) {
    return cookies.get(prefix() + BROWSER);
  }

  WebAnswer withBrowser(WebAnswer answer, String id) {
    return answer.withCookie(cookie(prefix() + BROWSER, id, Duration.ofHours(12)));
  }

  private String prefix() {
    return settings.isSecure() ? "__Host-" : "";
  }

  private String cookie(String name, String value, Duration life) {
    // __Host- demands the path of the whole host.
    String path = settings.isSecure() ? "/" : settings.endpointsPath();
    return name
        + "="
        + value
        + "; Path="
        + path
        + "; Max-Age="
        + life.toSeconds()
        + "; HttpOnly; SameSite=Lax"
        + (settings.isSecure() ? "; Secure" : "");
  }
}
