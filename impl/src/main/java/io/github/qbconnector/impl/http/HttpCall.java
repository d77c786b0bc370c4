package io.github.qbconnector.impl.http;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to a provider. Its headers and body may hold secrets, so it shows neither.
 *
 * @param total the time for everything, from connecting to the last byte of the answer
 * @param maxBytes the largest answer that is read
 * @param mustFinish whether an interrupt or an undeployment waits for the answer: where a lost
 *     answer may be a lost token
 */
public record HttpCall(
    String method,
    URI uri,
    Map<String, String> headers,
    byte @Nullable [] body,
    Duration total,
    int maxBytes,
    boolean mustFinish) {
  /** Enough for a page of 1,000 objects. */
  public static final int DEFAULT_MAX_BYTES = 8 * 1024 * 1024;

  public static HttpCall get(URI uri, Duration total) {
    return new HttpCall("GET", uri, Map.of(), null, total, DEFAULT_MAX_BYTES, false);
  }

  public static HttpCall post(URI uri, byte[] body, String contentType, Duration total) {
    return new HttpCall(
        "POST", uri, Map.of("Content-Type", contentType), body, total, DEFAULT_MAX_BYTES, false);
  }

  public static HttpCall delete(URI uri, Duration total) {
    return new HttpCall("DELETE", uri, Map.of(), null, total, DEFAULT_MAX_BYTES, false);
  }

  public HttpCall header(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new HttpCall(method, uri, all, body, total, maxBytes, mustFinish);
  }

  public HttpCall atMost(int bytes) {
    return new HttpCall(method, uri, headers, body, total, bytes, mustFinish);
  }

  public HttpCall toTheEnd() {
    return new HttpCall(method, uri, headers, body, total, maxBytes, true);
  }

  @Override
  public String toString() {
    return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
  }
}
