package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.impl.connection.Background;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on the container's managed executor; on a thread of its managed factory where the
 * executor's are all taken by those who wait for the work. Without an executor, Fault Tolerance's
 * asynchronous bean takes it, and where that does nothing either, the caller.
 */
final class ContainerThreads implements Background {
  private static final String EXECUTOR = "java:comp/DefaultManagedExecutorService";
  private static final String SCHEDULER = "java:comp/DefaultManagedScheduledExecutorService";
  private static final String FACTORY = "java:comp/DefaultManagedThreadFactory";

  /** Work that finds no thread is rare; if it is not, more threads are no help. */
  private static final int MOST_URGENT = 16;

  private final Executor otherwise;
  private final Semaphore urgent = new Semaphore(MOST_URGENT);
  private volatile @Nullable ExecutorService executor;
  private volatile @Nullable ThreadFactory factory;
  private volatile boolean lookedUp;

  ContainerThreads(Executor otherwise) {
    this.otherwise = otherwise;
  }

  @Override
  public void run(Runnable work) {
    ExecutorService container = executor();
    if (container == null) {
      otherwise.execute(work);
      return;
    }
    try {
      container.execute(work);
    } catch (RejectedExecutionException e) {
      work.run();
    }
  }

  @Override
  public void runUrgently(Runnable work) {
    lookUp();
    ThreadFactory threads = factory;
    if (threads == null || !urgent.tryAcquire()) {
      return;
    }
    Thread thread =
        threads.newThread(
            () -> {
              try {
                work.run();
              } finally {
                urgent.release();
              }
            });
    if (thread == null) {
      urgent.release();
    } else {
      thread.start();
    }
  }

  /** A thread for work that lasts; {@code null} if the server lends none. */
  @Nullable Thread lend(Runnable work) {
    lookUp();
    ThreadFactory threads = factory;
    return threads == null ? null : threads.newThread(work);
  }

  /**
   * Has something done again and again, from half a period after now.
   *
   * @return {@code null} if the server has no scheduled executor
   */
  @Nullable Future<?> every(Duration period, Runnable work) {
    ScheduledExecutorService scheduler = find(SCHEDULER, ScheduledExecutorService.class);
    return scheduler == null
        ? null
        : scheduler.scheduleWithFixedDelay(
            work, period.toMillis() / 2, period.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean hasSchedule() {
    return find(SCHEDULER, ScheduledExecutorService.class) != null;
  }

  boolean lendsThreads() {
    lookUp();
    return factory != null;
  }

  boolean isManaged() {
    return executor() != null;
  }

  private @Nullable ExecutorService executor() {
    lookUp();
    return executor;
  }

  private void lookUp() {
    if (!lookedUp) {
      executor = find(EXECUTOR, ExecutorService.class);
      factory = find(FACTORY, ThreadFactory.class);
      lookedUp = true;
    }
  }

  @SuppressWarnings("BanJNDI") // the names are the server's, never a user's
  private static <T> @Nullable T find(String name, Class<T> type) {
    try {
      return type.cast(InitialContext.doLookup(name));
    } catch (NamingException | ClassCastException e) {
      System.getLogger("io.github.qbconnector")
          .log(System.Logger.Level.DEBUG, "There is no {0}: {1}", name, e.getMessage());
      return null;
    }
  }
}
