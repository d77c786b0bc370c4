package io.github.qbconnector.compatibility.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Asks for a page from now on until it is there: the adapters of servers look less often. */
public final class FirstAnswer implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Future<Long> millis;

  /** Begins to ask. */
  public FirstAnswer(URI page) {
    long begin = System.nanoTime();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request = HttpRequest.newBuilder(page).timeout(LONGEST).build();
    this.millis =
        thread.submit(
            () -> {
              while (ask(client, request) != 200) {
                if (Thread.interrupted()) {
                  throw new InterruptedException("It is no longer waited for: " + page);
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
              }
              return (System.nanoTime() - begin) / 1_000_000;
            });
  }

  /** How long it took. */
  public long millis() {
    try {
      return millis.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new CompletionException("There was no answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for an answer", e);
    }
  }

  private static int ask(HttpClient client, HttpRequest request) throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0; // a server that is about to have the page may hang up
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
