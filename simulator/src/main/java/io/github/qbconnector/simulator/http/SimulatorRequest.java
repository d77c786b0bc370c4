package io.github.qbconnector.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as the core sees it, whichever server received it. */
public final class SimulatorRequest {

  private static final String BEARER = "bearer ";

  private final String method;
  private final String baseUrl;
  private final String path;
  private final String rawQuery;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private final boolean fromLoopback;

  /**
   * Creates a request.
   *
   * @param baseUrl scheme, host, port and context path as the caller wrote them, without a slash at
   *     the end: links in answers start with it
   * @param path decoded path below the context path
   * @param rawQuery undecoded query string, empty if there is none
   * @param body the body after content decoding
   */
  public SimulatorRequest(
      String method,
      String baseUrl,
      String path,
      String rawQuery,
      Map<String, List<String>> headers,
      byte[] body,
      boolean fromLoopback) {
    this.method = method.toUpperCase(Locale.ROOT);
    this.baseUrl = baseUrl;
    this.path = path;
    this.rawQuery = rawQuery;
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.headers.putAll(headers);
    this.body = ContentCoding.decode(header("Content-Encoding").orElse(""), body);
    this.fromLoopback = fromLoopback;
  }

  /** The HTTP method in upper case. */
  public String method() {
    return method;
  }

  /** Scheme, host, port and context path as the caller wrote them. */
  public String baseUrl() {
    return baseUrl;
  }

  /** The decoded path below the context path, starting with a slash. */
  public String path() {
    return path;
  }

  /** The parameters of the query string. */
  public Parameters query() {
    return Parameters.parse(rawQuery);
  }

  /** The parameters of a form in the body. */
  public Parameters form() {
    return Parameters.parse(bodyText());
  }

  /** The body as UTF-8 text. */
  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** Whether a header has this text somewhere in one of its values, in any case. */
  public boolean headerMentions(String name, String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return headers.getOrDefault(name, List.of()).stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** The token in the Authorization header, or an empty text. */
  public String bearerToken() {
    String header = header("Authorization").orElse("");
    return header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? header.substring(BEARER.length()).trim()
        : "";
  }

  /** Whether the caller sits on this machine. */
  public boolean fromLoopback() {
    return fromLoopback;
  }

  /** Whether a browser says that another site caused this request. */
  public boolean fromAnotherSite() {
    return headerMentions("Sec-Fetch-Site", "cross-site");
  }
}
