package io.github.qbconnector.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Does with the consent page what a browser and a person do: read the form, press a button. */
final class ConsentWalk {

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

  private static final HttpClient BROWSER =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private ConsentWalk() {}

  static URI connect(URI authorizationUrl, String realmId) {
    return walk(authorizationUrl, Map.of("realmId", realmId, "decision", "connect"));
  }

  static URI cancel(URI authorizationUrl) {
    return walk(authorizationUrl, Map.of("decision", "cancel"));
  }

  private static URI walk(URI authorizationUrl, Map<String, String> choices) {
    HttpResponse<String> page = send(HttpRequest.newBuilder(authorizationUrl).build());
    if (page.statusCode() != 200) {
      throw new IllegalStateException(
          "The consent page answered " + page.statusCode() + ": " + page.body());
    }
    Map<String, String> form = new LinkedHashMap<>();
    Matcher fields = HIDDEN.matcher(page.body());
    while (fields.find()) {
      form.put(fields.group(1), unescape(fields.group(2)));
    }
    form.putAll(choices);
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(authorizationUrl)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    return URI.create(
        answer
            .headers()
            .firstValue("Location")
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The consent form answered "
                            + answer.statusCode()
                            + ": "
                            + answer.body())));
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return BROWSER.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted on the consent page", e);
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String unescape(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
