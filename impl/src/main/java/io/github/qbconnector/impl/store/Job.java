package io.github.qbconnector.impl.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Work that waits for a thread, and its caller who waits for the work. */
final class Job<T extends @Nullable Object> {
  private final SqlWork<T> work;
  private final CompletableFuture<T> end = new CompletableFuture<>();
  private final AtomicBoolean taken = new AtomicBoolean();
  private volatile @Nullable Throwable failure;

  Job(SqlWork<T> work) {
    this.work = work;
  }

  /**
   * Does the work, unless its caller has gone.
   *
   * @return what lets the caller go on
   */
  Runnable runOn(Connection connection) {
    if (!taken.compareAndSet(false, true)) {
      return () -> {};
    }
    try {
      T result = Transactions.committed(connection, work);
      return () -> end.complete(result);
    } catch (SQLException | RuntimeException | Error e) {
      failure = e;
      return () -> end.completeExceptionally(e);
    }
  }

  void fail(Throwable reason) {
    failure = reason;
    end.completeExceptionally(reason);
  }

  @Nullable Throwable failure() {
    return failure;
  }

  T await(int seconds) throws SQLException {
    try {
      return end.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      boolean isBegun = !taken.compareAndSet(false, true);
      throw new SQLTimeoutException(
          isBegun
              ? "The database does not answer; what became of the statement is not known."
              : "There was no database connection in time.",
          "HYT00");
    } catch (InterruptedException e) {
      boolean unused = taken.compareAndSet(false, true);
      Thread.currentThread().interrupt();
      throw new SQLTimeoutException("Interrupted while waiting for the store.", "HYT00", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof SQLException sql) {
        throw sql;
      }
      if (cause instanceof RuntimeException runtime) {
        throw runtime;
      }
      throw new SQLException("Work on the database failed.", cause);
    }
  }
}
