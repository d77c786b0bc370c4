package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.impl.connection.Background;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on the container's managed executor; on a thread of its managed factory where the
 * executor's are all taken by those who wait for the work. Without an executor, or with one whose
 * threads keep applications, Fault Tolerance's asynchronous bean takes it, and where that does
 * nothing either, the caller.
 */
final class ContainerThreads implements Background {
  // The standard's names, and those of TomEE, which binds its own where an application or its
  // configuration asks for them.
  private static final List<String> EXECUTOR =
      List.of(
          "java:comp/DefaultManagedExecutorService", "openejb:Resource/Default Executor Service");
  private static final List<String> SCHEDULER =
      List.of(
          "java:comp/DefaultManagedScheduledExecutorService",
          "openejb:Resource/Default Scheduled Executor Service");
  private static final List<String> FACTORY =
      List.of(
          "java:comp/DefaultManagedThreadFactory",
          "openejb:Resource/Default Managed Thread Factory");

  /** Work that finds no thread is rare; if it is not, more threads are no help. */
  private static final int MOST_URGENT = 16;

  private static final List<String> TOMEE = List.of("openejb:Resource");

  private final AsynchronousCalls asynchronous;
  private final Semaphore urgent = new Semaphore(MOST_URGENT);
  private volatile @Nullable Executor executor;
  private volatile @Nullable ThreadFactory factory;

  ContainerThreads(AsynchronousCalls asynchronous) {
    this.asynchronous = asynchronous;
  }

  @Override
  public void run(Runnable work) {
    try {
      executor().execute(work);
    } catch (RejectedExecutionException e) {
      work.run();
    }
  }

  @Override
  public void runUrgently(Runnable work) {
    ThreadFactory threads = factory();
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
    ThreadFactory threads = factory();
    return threads == null ? null : threads.newThread(work);
  }

  /**
   * Has something done again and again, from half a period after now.
   *
   * @return {@code null} if there is no thread for it
   */
  @Nullable Schedule every(Duration period, Runnable work) {
    if (avoidsExecutors()) {
      return PausingSchedule.begin(asynchronous, period, work);
    }
    // No pausing thread elsewhere: Open Liberty waits half a minute for such a one when it stops.
    ScheduledExecutorService scheduler = find(SCHEDULER, ScheduledExecutorService.class);
    return scheduler == null ? null : scheduled(scheduler, period, work);
  }

  private static Schedule scheduled(
      ScheduledExecutorService scheduler, Duration period, Runnable work) {
    Future<?> future =
        scheduler.scheduleWithFixedDelay(
            work, period.toMillis() / 2, period.toMillis(), TimeUnit.MILLISECONDS);
    return () -> {
      boolean unused = future.cancel(true);
    };
  }

  boolean hasSchedule() {
    return find(SCHEDULER, ScheduledExecutorService.class) != null || avoidsExecutors();
  }

  boolean lendsThreads() {
    return factory() != null;
  }

  boolean isManaged() {
    return find(EXECUTOR, ExecutorService.class) != null;
  }

  /** Whether there are other threads than the caller's. */
  boolean areThere() {
    return executor() != asynchronous || asynchronous.haveThreads();
  }

  // What is not found is looked for again: it is not there before the application has begun, nor on
  // a thread that is not the application's.
  private Executor executor() {
    Executor known = executor;
    if (known == null) {
      known = avoidsExecutors() ? asynchronous : find(EXECUTOR, ExecutorService.class);
      executor = known;
    }
    return known == null ? asynchronous : known;
  }

  /**
   * TomEE's executors are the whole server's, and each of their threads keeps the application that
   * it was started for and the one it worked for last, although they are gone. The threads of its
   * Fault Tolerance end with the application.
   */
  private boolean avoidsExecutors() {
    return find(TOMEE, Context.class) != null && asynchronous.haveThreads();
  }

  private @Nullable ThreadFactory factory() {
    ThreadFactory known = factory;
    if (known == null) {
      known = find(FACTORY, ThreadFactory.class);
      factory = known;
    }
    return known;
  }

  @SuppressWarnings("BanJNDI") // the names are the server's, never a user's
  private static <T> @Nullable T find(List<String> names, Class<T> type) {
    for (String name : names) {
      try {
        return type.cast(InitialContext.doLookup(name));
      } catch (NamingException | ClassCastException e) {
        System.getLogger("io.github.qbconnector")
            .log(System.Logger.Level.DEBUG, "There is no {0}: {1}", name, e.getMessage());
      }
    }
    return null;
  }
}
