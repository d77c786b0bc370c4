package io.github.qbconnector.compatibility.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A person's browser: keeps cookies, is logged in as somebody, and follows nothing unasked. */
public final class Browser {
  /** What a browser asks for when it loads a page. */
  private static final String PAGE = "text/html,application/xhtml+xml,*/*;q=0.8";

  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder()
          // Browsers speak HTTP/2 by TLS only; servers' way to it without is nobody's way.
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI application;

  /** What every request says, of the login above all. */
  private final Map<String, String> always;

  private Browser(URI application, Map<String, String> always) {
    this.application = application;
    this.always = always;
  }

  /** Nobody. */
  public static Browser of(URI application) {
    return new Browser(application, Map.of());
  }

  /** Somebody whom the container has logged in. */
  public Browser knownToTheContainer(String user) {
    String secret =
        Base64.getEncoder().encodeToString((user + ":" + user + "-password").getBytes(UTF_8));
    return new Browser(application, Map.of("Authorization", "Basic " + secret));
  }

  /** Somebody whom only the application knows. */
  public Browser knownToTheApplication(String user) {
    return new Browser(application, Map.of(HeaderLoginFilter.HEADER, user));
  }

  /** The same person with a browser that takes compressed answers. */
  public Browser acceptingCompression() {
    Map<String, String> all = new HashMap<>(always);
    all.put("Accept-Encoding", "gzip");
    return new Browser(application, all);
  }

  /** The value of the cookie that holds the container's session. */
  public Optional<String> session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("JSESSIONID"))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /** Loads a page, by its path below the application or by its whole URL. */
  public HttpResponse<String> open(String where) {
    return send(request(where).header("Accept", PAGE).build());
  }

  /** Fetches data, as a script does. */
  public HttpResponse<String> fetch(String where) {
    return send(request(where).header("Accept", "application/json").build());
  }

  /** Listens to a stream of events, line by line as they come. */
  public HttpResponse<Stream<String>> listen(String where) {
    return send(
        request(where).header("Accept", "text/event-stream").build(),
        HttpResponse.BodyHandlers.ofLines());
  }

  /** Sends a form. */
  public HttpResponse<String> submit(String where, Map<String, String> fields) {
    return submit(where, fields, Map.of());
  }

  /** Sends a form, as a script of the page does that says more. */
  public HttpResponse<String> submit(
      String where, Map<String, String> fields, Map<String, String> headers) {
    String form =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        request(where)
            .header("Accept", PAGE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    headers.forEach(request::setHeader);
    return send(request.build());
  }

  /** Opens a socket, sends a text and answers what comes back. */
  public String say(String where, String text) {
    WebSocket.Builder socket = client.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(60));
    always.forEach(socket::header);
    SocketAnswer answer = new SocketAnswer();
    URI there = URI.create(resolve(where).toString().replaceFirst("^http", "ws"));
    WebSocket open = socket.buildAsync(there, answer).join();
    try {
      WebSocket unused = open.sendText(text, true).join();
      return answer.text();
    } finally {
      open.abort();
    }
  }

  private HttpRequest.Builder request(String where) {
    HttpRequest.Builder request = HttpRequest.newBuilder(resolve(where)).timeout(LONGEST);
    always.forEach(request::header);
    return request;
  }

  /** Paths of ours begin with the context root already; those of tests are below it. */
  private URI resolve(String where) {
    if (where.startsWith("http")) {
      return URI.create(where);
    }
    return where.startsWith(application.getPath() + "/")
        ? application.resolve(where)
        : URI.create(application + where);
  }

  private HttpResponse<String> send(HttpRequest request) {
    return send(
        request,
        answer ->
            // What follows a redirect nobody unpacks.
            answer.statusCode() / 100 != 3
                    && answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")
                ? BodySubscribers.mapping(BodySubscribers.ofByteArray(), Browser::unpacked)
                : HttpResponse.BodyHandlers.ofString().apply(answer));
  }

  private static String unpacked(byte[] packed) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, body);
    try {
      // The request's own limit ends with the headers.
      return answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new UncheckedIOException(new IOException(request.uri().toString(), e.getCause()));
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IllegalStateException("No whole answer from " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted at " + request.uri(), e);
    }
  }
}
