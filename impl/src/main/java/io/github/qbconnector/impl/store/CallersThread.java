package io.github.qbconnector.impl.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Works on the caller's own thread, with its transaction suspended: for servers that lend no
 * threads. A pool whose connections its callers all hold can keep this one waiting.
 */
public final class CallersThread implements Workplace {

  /** Runs work where no transaction of the caller is active. */
  @FunctionalInterface
  public interface OwnTransaction {
    <T extends @Nullable Object> T run(Supplier<T> work);
  }

  private record Outcome<T extends @Nullable Object>(
      @Nullable T value, @Nullable SQLException failure) {}

  private final Supplier<DataSource> dataSource;
  private final OwnTransaction ownTransaction;
  private final Semaphore free = new Semaphore(MOST, true);

  public CallersThread(Supplier<DataSource> dataSource, OwnTransaction ownTransaction) {
    this.dataSource = dataSource;
    this.ownTransaction = ownTransaction;
  }

  @Override
  @SuppressWarnings("NullAway") // without a failure there is the value, null or not
  public <T extends @Nullable Object> T run(SqlWork<T> work) throws SQLException {
    enter();
    try {
      Outcome<T> outcome = ownTransaction.run(() -> attempt(work));
      if (outcome.failure() != null) {
        throw outcome.failure();
      }
      return outcome.value();
    } finally {
      free.release();
    }
  }

  private void enter() throws SQLException {
    try {
      if (!free.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new SQLTimeoutException("All connections of the store are busy.", "HYT00");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTimeoutException("Interrupted while waiting for the store.", "HYT00", e);
    }
  }

  /** A checked exception would roll the caller's transaction back on some servers. */
  private <T extends @Nullable Object> Outcome<T> attempt(SqlWork<T> work) {
    try (Connection connection = dataSource.get().getConnection()) {
      return new Outcome<>(Transactions.committed(connection, work), null);
    } catch (SQLException e) {
      return new Outcome<>(null, e);
    }
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
