package io.github.qbconnector.impl.online;

import io.github.qbconnector.impl.config.IntuitEnvironment;
import io.github.qbconnector.impl.config.OnlineSettings;
import io.github.qbconnector.impl.http.HttpAnswer;
import io.github.qbconnector.impl.http.HttpCall;
import io.github.qbconnector.impl.http.HttpTransport;
import io.github.qbconnector.impl.http.TransportException;
import io.github.qbconnector.impl.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads Intuit's discovery document when it is first needed and keeps it for a day. While it cannot
 * be read the built-in addresses serve. Only addresses of Intuit's own hosts over https are taken
 * from it, or for a custom environment those of the configured address itself.
 */
final class Discovery {
  private static final Duration KEEP = Duration.ofDays(1);
  private static final Duration RETRY = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MAX_BYTES = 64 * 1024;

  private record Known(IntuitEndpoints endpoints, Instant until) {}

  private final Supplier<OnlineSettings> settings;
  private final HttpTransport transport;
  private final Clock clock;
  private volatile @Nullable Known known;

  Discovery(Supplier<OnlineSettings> settings, HttpTransport transport, Clock clock) {
    this.settings = settings;
    this.transport = transport;
    this.clock = clock;
  }

  IntuitEndpoints endpoints() {
    Known current = known;
    if (current != null && clock.instant().isBefore(current.until())) {
      return current.endpoints();
    }
    synchronized (this) {
      current = known;
      Instant now = clock.instant();
      if (current != null && now.isBefore(current.until())) {
        return current.endpoints();
      }
      Known fresh = read(now);
      known = fresh;
      return fresh.endpoints();
    }
  }

  private Known read(Instant now) {
    OnlineSettings online = settings.get();
    IntuitEndpoints builtIn = IntuitEndpoints.builtIn(online);
    String failure;
    try {
      HttpAnswer answer =
          transport.send(
              HttpCall.get(builtIn.discovery(), PATIENCE)
                  .header("Accept", "application/json")
                  .atMost(MAX_BYTES));
      JsonObject document = Json.object(answer.text()).orElse(null);
      if (answer.status() == 200 && document != null) {
        return new Known(merge(online, builtIn, document), now.plus(KEEP));
      }
      failure = "it answered " + answer;
    } catch (TransportException e) {
      failure = e.getMessage();
    }
    Known old = known;
    System.getLogger("io.github.qbconnector")
        .log(
            System.Logger.Level.WARNING,
            "QBC0501: Intuit''s discovery document cannot be read ({0}); the built-in addresses"
                + " serve.",
            failure);
    return new Known(old == null ? builtIn : old.endpoints(), now.plus(RETRY));
  }

  private static IntuitEndpoints merge(
      OnlineSettings online, IntuitEndpoints builtIn, JsonObject document) {
    String issuer = Json.text(document, "issuer");
    return new IntuitEndpoints(
        issuer == null || issuer.isEmpty() ? builtIn.issuer() : issuer,
        url(online, document, "authorization_endpoint", builtIn.authorization()),
        url(online, document, "token_endpoint", builtIn.token()),
        url(online, document, "revocation_endpoint", builtIn.revocation()),
        url(online, document, "userinfo_endpoint", builtIn.userInfo()),
        url(online, document, "jwks_uri", builtIn.jwks()),
        builtIn.migration(),
        builtIn.discovery(),
        builtIn.api());
  }

  private static URI url(OnlineSettings online, JsonObject document, String member, URI otherwise) {
    String text = Json.text(document, member);
    try {
      URI url = text == null ? null : new URI(text);
      return url != null && isTrusted(online, url) ? url : otherwise;
    } catch (java.net.URISyntaxException e) {
      return otherwise;
    }
  }

  static boolean isTrusted(OnlineSettings online, URI url) {
    String host = url.getHost();
    if (host == null || url.getRawUserInfo() != null) {
      return false;
    }
    URI base = online.baseUrl();
    if (online.environment() == IntuitEnvironment.CUSTOM && base != null) {
      return base.getScheme().equalsIgnoreCase(url.getScheme())
          && base.getHost().equalsIgnoreCase(host)
          && base.getPort() == url.getPort();
    }
    String lower = host.toLowerCase(Locale.ROOT);
    return "https".equalsIgnoreCase(url.getScheme())
        && (lower.equals("intuit.com") || lower.endsWith(".intuit.com"));
  }
}
