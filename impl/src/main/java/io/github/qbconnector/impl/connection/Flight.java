package io.github.qbconnector.impl.connection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One piece of work for one connection, shared by everybody who wants it done. */
final class Flight {
  private final CompletableFuture<View> end = new CompletableFuture<>();
  private final long began = System.nanoTime();

  void land(View view) {
    end.complete(view);
  }

  /** Waits for the end; failures are in the view. */
  View join() {
    return end.join();
  }

  /**
   * Waits for the end, but not longer than this since the beginning: were each request to wait
   * anew, one slow machine would occupy the whole server.
   *
   * @return {@code null} if it is not over by then
   */
  @Nullable View joinUntil(Duration sinceBeginning) {
    long left = sinceBeginning.toNanos() - (System.nanoTime() - began);
    try {
      return end.get(Math.max(0, left), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A flight never ends in an exception.", e);
    }
  }
}
