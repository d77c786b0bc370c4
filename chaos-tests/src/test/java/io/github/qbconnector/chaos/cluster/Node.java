package io.github.qbconnector.chaos.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One server of the cluster: a process of our own, so that real signals reach it. */
public final class Node implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration LONGEST_CALL = Duration.ofMinutes(1);
  private static final long POLL_MILLIS = 100;

  private final ServerFolder folder;
  private final HttpClient client;

  private volatile @Nullable Process process;
  private volatile CompletableFuture<Void> outage = CompletableFuture.completedFuture(null);

  Node(ServerFolder folder, HttpClient client) {
    this.folder = folder;
    this.client = client;
  }

  /** Counts from 1. */
  public int number() {
    return folder.number();
  }

  /** Whether calls may be sent to it. */
  public boolean isInService() {
    return !outage.isDone();
  }

  /** Starts the server, without waiting until it can serve. */
  void launch() {
    try {
      process =
          new ProcessBuilder(folder.command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.console().toFile()))
              .start();
    } catch (IOException e) {
      throw new IllegalStateException("Node " + number() + " cannot be started", e);
    }
  }

  /** Waits until the application answers, and takes calls from then on. */
  void awaitService() {
    long end = System.nanoTime() + START.toNanos();
    while (!answers()) {
      if (!isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(
            "Node " + number() + " does not come up; see " + folder.console());
      }
      pause(POLL_MILLIS);
    }
    outage = new CompletableFuture<>();
  }

  private boolean answers() {
    try {
      return client
              .send(request("GET", "/status?owner=nobody"), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * Asks the application.
   *
   * @return what it said; nothing if the node went out of service meanwhile, and nothing is known
   */
  public Optional<String> ask(String method, String pathAndQuery) {
    CompletableFuture<Void> untilOutage = outage;
    if (untilOutage.isDone()) {
      return Optional.empty();
    }
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request(method, pathAndQuery), HttpResponse.BodyHandlers.ofString());
    try {
      Object unused =
          CompletableFuture.anyOf(answer, untilOutage)
              .get(LONGEST_CALL.toMillis(), TimeUnit.MILLISECONDS);
      if (!answer.isDone()) {
        return Optional.empty();
      }
      HttpResponse<String> response = answer.get();
      return Optional.of(
          response.statusCode() == 200 ? response.body() : "HTTP " + response.statusCode());
    } catch (ExecutionException e) {
      // A connection that breaks is the harness's doing, or the answer of a server that is gone.
      return Optional.empty();
    } catch (TimeoutException e) {
      return Optional.of("NoAnswer");
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest request(String method, String pathAndQuery) {
    return HttpRequest.newBuilder(
            URI.create("http://localhost:" + folder.httpPort() + pathAndQuery))
        .method(method, HttpRequest.BodyPublishers.noBody())
        .build();
  }

  /** Ends the process as a power failure would. */
  public void kill() {
    outage.complete(null);
    Process running = process;
    if (running != null) {
      // On Unix this is signal 9; a stopped process dies of it too.
      running.destroyForcibly();
      await(running);
    }
  }

  /** Stops the process in the middle of whatever it does. */
  public void freeze() {
    outage.complete(null);
    signal("STOP");
  }

  /** Lets a stopped process go on as if nothing had been. */
  public void thaw() {
    signal("CONT");
    outage = new CompletableFuture<>();
  }

  private void signal(String name) {
    Process running = process;
    if (running == null) {
      return;
    }
    try {
      await(new ProcessBuilder("kill", "-" + name, Long.toString(running.pid())).start());
    } catch (IOException e) {
      throw new IllegalStateException("There is no command to send signals with", e);
    }
  }

  private static void await(Process ending) {
    try {
      int unused = ending.waitFor();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private boolean isAlive() {
    Process running = process;
    return running != null && running.isAlive();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted", e);
  }

  @Override
  public String toString() {
    return "node " + number();
  }

  @Override
  public void close() {
    kill();
  }
}
