package io.github.qbconnector.impl.connection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One piece of work for one connection, shared by everybody who wants it done. */
final class Flight implements Runnable {
  /** How long work may wait for a thread before somebody who waits for it asks for another. */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final Consumer<Flight> work;
  private final Background background;
  private final CompletableFuture<View> end = new CompletableFuture<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final AtomicBoolean urged = new AtomicBoolean();
  private final long asked = System.nanoTime();

  /**
   * @param work what to do; ends in {@link #land}
   */
  Flight(Consumer<Flight> work, Background background) {
    this.work = work;
    this.background = background;
  }

  /** Does the work, unless another thread does already. */
  @Override
  public void run() {
    if (begun.compareAndSet(false, true)) {
      work.accept(this);
    }
  }

  void land(View view) {
    end.complete(view);
  }

  /** Waits for the end; failures are in the view. */
  View join() {
    View landed = landedWithin(PATIENCE);
    if (landed != null) {
      return landed;
    }
    urge();
    return end.join();
  }

  /**
   * Waits for the end, but not longer than this since it was asked for: were each request to wait
   * anew, one slow machine would occupy the whole server.
   *
   * @return {@code null} if it is not over by then
   */
  @Nullable View joinUntil(Duration longest) {
    if (longest.compareTo(PATIENCE) > 0) {
      View landed = landedWithin(PATIENCE);
      if (landed != null) {
        return landed;
      }
      urge();
    }
    return landedWithin(longest);
  }

  private void urge() {
    if (!begun.get() && urged.compareAndSet(false, true)) {
      background.runUrgently(this);
    }
  }

  private @Nullable View landedWithin(Duration sinceAsked) {
    long left = sinceAsked.toNanos() - (System.nanoTime() - asked);
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
