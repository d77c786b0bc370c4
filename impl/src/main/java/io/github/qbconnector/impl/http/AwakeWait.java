package io.github.qbconnector.impl.http;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for an answer that must not be lost, and counts only the time in which this node was awake:
 * one that was stopped meanwhile (a paused machine, a long collection) finds the time over and the
 * answer there. Interruptions wait until the end.
 */
final class AwakeWait {
  private static final long SLICE = Duration.ofMillis(250).toNanos();

  /** A slice that took so much longer was slept through. */
  private static final long ASLEEP = Duration.ofMillis(500).toNanos();

  /** What a node gets to look around when it wakes up. */
  private static final long WAKING_UP = Duration.ofSeconds(2).toNanos();

  private AwakeWait() {}

  static <T> T on(Future<T> answer, Duration longest) throws ExecutionException, TimeoutException {
    long left = longest.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        long slice = Math.min(left, SLICE);
        long begin = System.nanoTime();
        try {
          return answer.get(slice, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
          left -= System.nanoTime() - begin;
        } catch (TimeoutException e) {
          boolean slept = System.nanoTime() - begin > slice + ASLEEP;
          left = slept ? Math.max(left - slice, WAKING_UP) : left - slice;
          if (left <= 0) {
            throw e;
          }
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
