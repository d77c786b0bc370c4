package io.github.qbconnector.impl.cdi;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A schedule on one thread that only waits; the work is done on others, one after the other. */
final class PausingSchedule implements Schedule {
  private final Executor threads;
  private final Duration period;
  private final Runnable work;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);

  private PausingSchedule(Executor threads, Duration period, Runnable work) {
    this.threads = threads;
    this.period = period;
    this.work = work;
  }

  /**
   * Begins half a period after now.
   *
   * @param threads has one for the pauses and another for the work
   */
  static PausingSchedule begin(Executor threads, Duration period, Runnable work) {
    PausingSchedule schedule = new PausingSchedule(threads, period, work);
    Thread beginner = Thread.currentThread();
    threads.execute(
        () -> {
          // Whoever has no thread left lets the caller do it, who must not wait here for good.
          if (Thread.currentThread() != beginner) {
            schedule.pauseAndWork();
          }
        });
    return schedule;
  }

  private void pauseAndWork() {
    try {
      Duration pause = period.dividedBy(2);
      while (!closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        if (busy.compareAndSet(false, true)) {
          threads.execute(this::workOnce);
        }
        pause = period;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server takes its threads back
    }
  }

  private void workOnce() {
    try {
      work.run();
    } finally {
      busy.set(false);
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
