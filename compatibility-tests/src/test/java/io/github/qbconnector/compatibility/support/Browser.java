package io.github.qbconnector.compatibility.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** A person's browser: keeps cookies, is logged in as somebody, and follows nothing unasked. */
public final class Browser {
  /** What a browser asks for when it loads a page. */
  private static final String PAGE = "text/html,application/xhtml+xml,*/*;q=0.8";

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI application;
  private final Map<String, String> login;

  private Browser(URI application, Map<String, String> login) {
    this.application = application;
    this.login = login;
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

  /** Loads a page, by its path below the application or by its whole URL. */
  public HttpResponse<String> open(String where) {
    return send(request(where).header("Accept", PAGE).build());
  }

  /** Fetches data, as a script does. */
  public HttpResponse<String> fetch(String where) {
    return send(request(where).header("Accept", "application/json").build());
  }

  /** Sends a form. */
  public HttpResponse<String> submit(String where, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        request(where)
            .header("Accept", PAGE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private HttpRequest.Builder request(String where) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(resolve(where)).timeout(Duration.ofSeconds(60));
    login.forEach(request::header);
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
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted at " + request.uri(), e);
    }
  }
}
