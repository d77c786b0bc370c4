package io.github.qbconnector.store.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Lets several runners do something at the same moment, and waits for all of them. */
final class Race {
  /** Enough to meet in the middle of a write, few enough for a small pool of connections. */
  static final int RUNNERS = 8;

  /** What one runner does. */
  @FunctionalInterface
  interface Run<T> {
    T by(int runner) throws Exception;
  }

  private Race() {}

  /** What each runner found, by its number. The first failure of one is the failure of all. */
  static <T> List<T> run(Run<T> run) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(RUNNERS);
    try {
      CyclicBarrier start = new CyclicBarrier(RUNNERS);
      List<Future<T>> running =
          IntStream.range(0, RUNNERS)
              .mapToObj(
                  runner ->
                      threads.submit(
                          () -> {
                            start.await();
                            return run.by(runner);
                          }))
              .toList();
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
