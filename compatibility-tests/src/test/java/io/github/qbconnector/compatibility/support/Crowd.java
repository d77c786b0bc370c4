package io.github.qbconnector.compatibility.support;

import io.github.qbconnector.compatibility.app.HeaderLoginFilter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many requests of one user for one page. */
public record Crowd(URI page, String user) {

  /** What was answered: how often each status, and how long the slowest answer took. */
  public record Answers(Map<Integer, Integer> byStatus, long slowestMillis) {}

  private record Answer(int status, long millis) {}

  /** Sends so many requests, never more than some of them at once. */
  public Answers ask(int requests, int atOnce) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request =
        HttpRequest.newBuilder(page)
            .timeout(Duration.ofMinutes(2))
            .header("Accept", "application/json")
            .header(HeaderLoginFilter.HEADER, user)
            .build();
    Callable<Answer> one =
        () -> {
          long begin = System.nanoTime();
          int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
          return new Answer(status, (System.nanoTime() - begin) / 1_000_000);
        };
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      List<Callable<Answer>> all = new ArrayList<>();
      for (int i = 0; i < requests; i++) {
        all.add(one);
      }
      Map<Integer, Integer> byStatus = new TreeMap<>();
      long slowest = 0;
      for (Future<Answer> answer : threads.invokeAll(all)) {
        byStatus.merge(answer.get().status(), 1, Integer::sum);
        slowest = Math.max(slowest, answer.get().millis());
      }
      System.getLogger(Crowd.class.getName())
          .log(
              System.Logger.Level.INFO,
              "{0} requests of {1}, {2} at once: {3}, the slowest after {4} ms",
              requests,
              user,
              atOnce,
              byStatus,
              slowest);
      return new Answers(byStatus, slowest);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A request was not answered: " + page, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted at " + page, e);
    } finally {
      threads.shutdownNow();
    }
  }
}
