package io.github.qbconnector.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** Does with Conductor's hosted page what a browser and a person do: open it, press a button. */
final class ConnectWalk {

  private static final HttpClient BROWSER =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private ConnectWalk() {}

  static void open(URI authFlowUrl) {
    HttpResponse<String> page = send(HttpRequest.newBuilder(authFlowUrl).build());
    if (page.statusCode() != 200) {
      throw new IllegalStateException(
          "The connect page answered " + page.statusCode() + ": " + page.body());
    }
  }

  static Optional<URI> choose(URI authFlowUrl, String decision) {
    open(authFlowUrl);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(authFlowUrl)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("decision=" + decision))
                .build());
    if (answer.statusCode() != 200 && answer.statusCode() != 303) {
      throw new IllegalStateException(
          "The connect page answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.headers().firstValue("Location").map(URI::create);
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return BROWSER.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted on the connect page", e);
    }
  }
}
