package io.github.qbconnector.sample.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser without eyes: cookies, forms, redirects, and the headers that real ones send. */
final class Browser {

  /** Every answer of the application in all journeys; {@link SecretsIT} reads them. */
  static final List<Page> RECEIVED = new CopyOnWriteArrayList<>();

  private static final int REDIRECTS = 10;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final CookieJar cookies = new CookieJar();
  private Map<String, String> moreHeaders = Map.of();

  CookieJar cookies() {
    return cookies;
  }

  /** Sends these headers too, in place of a navigation's where they are named alike. */
  Browser sending(Map<String, String> headers) {
    moreHeaders = Map.copyOf(headers);
    return this;
  }

  /** Asks as a script of the application does. */
  Page asScript(String pathOrUrl) {
    Map<String, String> before = moreHeaders;
    try {
      return sending(
              Map.of(
                  "Accept",
                  "application/json",
                  "Sec-Fetch-Mode",
                  "cors",
                  "Sec-Fetch-Dest",
                  "empty"))
          .get(pathOrUrl);
    } finally {
      moreHeaders = before;
    }
  }

  /** Types an address and follows all redirects. */
  Page open(String pathOrUrl) {
    return follow(get(pathOrUrl));
  }

  Page open(URI url) {
    return open(url.toString());
  }

  /** Types an address and looks at the first answer. */
  Page get(String pathOrUrl) {
    return exchange(absolute(pathOrUrl), null, null);
  }

  Page get(URI url) {
    return get(url.toString());
  }

  /** Presses a button and follows all redirects. */
  Page press(Page page, String button) {
    return follow(pressOnly(page, button, Map.of()));
  }

  /** Presses a button, with some fields filled in, and looks at the first answer. */
  Page pressOnly(Page page, String button, Map<String, String> filledIn) {
    Map<String, String> fields = new LinkedHashMap<>(page.fields(button));
    fields.putAll(filledIn);
    return exchange(page.action(button), fields, page.url());
  }

  /** Posts a form that nobody showed. */
  Page post(String pathOrUrl, Map<String, String> fields) {
    return exchange(absolute(pathOrUrl), fields, absolute("/"));
  }

  Page follow(Page first) {
    Page page = first;
    for (int i = 0; i < REDIRECTS; i++) {
      URI next = page.location().orElse(null);
      if (page.status() < 300 || page.status() > 399 || next == null) {
        return page;
      }
      page = exchange(next, null, page.url());
    }
    throw new AssertionError("Too many redirects, the last to " + page.location());
  }

  private static URI absolute(String pathOrUrl) {
    return URI.create(pathOrUrl.startsWith("/") ? Place.SITE + pathOrUrl : pathOrUrl);
  }

  private Page exchange(URI url, @Nullable Map<String, String> form, @Nullable URI from) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    headers.put("Accept-Language", "en-GB,en;q=0.9");
    headers.put("Sec-Fetch-Mode", "navigate");
    headers.put("Sec-Fetch-Dest", "document");
    headers.put(
        "Sec-Fetch-Site",
        from == null ? "none" : origin(from).equals(origin(url)) ? "same-origin" : "cross-site");
    headers.putAll(moreHeaders);
    headers.values().removeIf(String::isEmpty);
    HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(60));
    headers.forEach(request::header);
    String sent = cookies.header(url);
    if (!sent.isEmpty()) {
      request.header("Cookie", sent);
    }
    if (form != null) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(encoded(form)));
    }
    Page page = send(request.build());
    page.headers()
        .forEach(
            (name, values) -> {
              if (name.equalsIgnoreCase("Set-Cookie")) {
                values.forEach(value -> cookies.take(url, value));
              }
            });
    return page;
  }

  private static Page send(HttpRequest request) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      Page page =
          new Page(request.uri(), response.statusCode(), response.headers().map(), response.body());
      if (origin(request.uri()).equals(Place.SITE)) {
        RECEIVED.add(page);
        Secrets.ISSUED.addInvitationsIn(page.body());
      }
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException("No answer from " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private static String origin(URI url) {
    return url.getScheme() + "://" + url.getAuthority();
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
