package io.github.qbconnector.impl.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Works on at most two threads that the server lends. The first keeps its connection: callers that
 * hold all others of the pool while they wait for us cannot starve it. The second comes when there
 * is more to do than one can, and takes on work only once it has a connection.
 */
public final class WorkerThreads implements Workplace {
  private static final long IDLE_MILLIS = 2_000;
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Supplier<DataSource> dataSource;
  private final ThreadFactory threads;
  private final Workplace otherwise;
  private final LinkedBlockingDeque<Job<?>> jobs = new LinkedBlockingDeque<>();

  private @Nullable Thread first;
  private @Nullable Thread second;
  private long secondAfter = System.nanoTime();

  /** Work that was accepted and has not ended. */
  private int unfinished;

  private boolean closed;

  /**
   * @param threads makes threads of the server's; may return {@code null} if it lends none now
   * @param otherwise takes the work then
   */
  public WorkerThreads(
      Supplier<DataSource> dataSource, ThreadFactory threads, Workplace otherwise) {
    this.dataSource = dataSource;
    this.threads = threads;
    this.otherwise = otherwise;
  }

  @Override
  public <T extends @Nullable Object> T run(SqlWork<T> work) throws SQLException {
    Job<T> job = new Job<>(work);
    if (!accept(job)) {
      return otherwise.run(work);
    }
    return job.await(LIMIT_SECONDS);
  }

  private synchronized boolean accept(Job<?> job) {
    if (closed) {
      return false;
    }
    if (first == null) {
      first = begin(this::serveForGood);
      if (first == null) {
        return false;
      }
    }
    boolean isMoreThanOneCanDo = unfinished > 0;
    unfinished++;
    jobs.add(job);
    if (isMoreThanOneCanDo && second == null && System.nanoTime() - secondAfter >= 0) {
      second = begin(this::serveTheRush);
    }
    return true;
  }

  private @Nullable Thread begin(Runnable work) {
    try {
      Thread thread = threads.newThread(work);
      if (thread != null) {
        thread.start();
      }
      return thread;
    } catch (IllegalStateException e) {
      return null; // the server takes its threads back, since the application stops
    }
  }

  private void serveForGood() {
    HeldConnection held = new HeldConnection(dataSource);
    try {
      while (true) {
        Job<?> job = jobs.take();
        try {
          serve(job, held.open());
        } catch (SQLException | RuntimeException e) {
          failAllWaiting(e); // before anybody is told, who may come back at once
          finished(1);
          job.fail(e);
        }
        held.checkAfter(job.failure());
      }
    } catch (InterruptedException e) {
      // The server, or close(), wants the thread back.
      Thread.currentThread().interrupt();
    } finally {
      held.close();
      firstHasEnded();
    }
  }

  private void serveTheRush() {
    HeldConnection held = new HeldConnection(dataSource);
    boolean gotOne = false;
    try {
      Connection connection = held.open();
      gotOne = true;
      Job<?> job;
      while ((job = jobs.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS)) != null) {
        serve(job, connection);
        if (job.failure() != null) {
          return; // the connection may be broken; whoever is left serves the others
        }
      }
    } catch (SQLException | RuntimeException e) {
      System.getLogger(WorkerThreads.class.getName())
          .log(System.Logger.Level.DEBUG, "There is no second connection for the store", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      held.close();
      secondHasEnded(gotOne);
    }
  }

  private void serve(Job<?> job, Connection connection) {
    Runnable end = job.runOn(connection);
    // First this: whoever goes on may come back at once, and needs no second thread for that.
    finished(1);
    end.run();
  }

  private synchronized void finished(int ended) {
    unfinished -= ended;
  }

  private synchronized void firstHasEnded() {
    first = null;
    if (!jobs.isEmpty() && !closed) {
      first = begin(this::serveForGood);
    }
    if (first == null) {
      failAllWaiting(new SQLTransientConnectionException("The store is closing.", "08003"));
    }
  }

  private synchronized void secondHasEnded(boolean gotOne) {
    second = null;
    secondAfter = System.nanoTime() + (gotOne ? 0 : PAUSE_NANOS);
  }

  private void failAllWaiting(Exception reason) {
    List<Job<?>> waiting = new ArrayList<>();
    jobs.drainTo(waiting);
    waiting.forEach(job -> job.fail(reason));
    finished(waiting.size());
  }

  @Override
  public void close() {
    Thread one;
    Thread other;
    synchronized (this) {
      closed = true;
      one = first;
      other = second;
    }
    stop(one);
    stop(other);
    otherwise.close();
  }

  private static void stop(@Nullable Thread thread) {
    if (thread == null) {
      return;
    }
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
