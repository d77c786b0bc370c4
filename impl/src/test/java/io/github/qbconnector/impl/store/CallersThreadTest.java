package io.github.qbconnector.impl.store;

import static io.github.qbconnector.impl.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.impl.crypto.RandomIds;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallersThreadTest {
  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create("jdbc:h2:mem:" + RandomIds.next().replace('-', '_'), "", "");
  private final PlainTransactions transactions = new PlainTransactions();
  private final CallersThread place = new CallersThread(() -> pool, transactions);
  private final ExecutorService callers = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    place.close();
    callers.shutdownNow();
    pool.dispose();
  }

  @Test
  void workIsDoneOnTheCallersThreadWithItsTransactionSuspended() throws SQLException {
    Thread worker =
        place.run(
            connection -> {
              assertThat(transactions.begun).hasValue(1);
              return Thread.currentThread();
            });
    assertThat(worker).isSameAs(Thread.currentThread());
    assertThat(pool.getActiveConnections()).isZero();
  }

  @Test
  void aFailureOfTheDatabaseDoesNotLookLikeOneOfTheTransaction() {
    assertThatThrownBy(
            () ->
                place.run(
                    connection -> {
                      throw new SQLException("no such table", "42S02");
                    }))
        .isInstanceOf(SQLException.class)
        .hasMessage("no such table");
    assertThat(transactions.rolledBack).hasValue(0);
    assertThat(pool.getActiveConnections()).isZero();
  }

  @Test
  void neverMoreThanTwoConnectionsAreInUse() throws Exception {
    AtomicInteger now = new AtomicInteger();
    List<Future<Integer>> ends = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      ends.add(
          callers.submit(
              () ->
                  place.run(
                      connection -> {
                        int inUse = now.incrementAndGet();
                        LockSupport.parkNanos(1_000);
                        now.decrementAndGet();
                        return inUse;
                      })));
    }
    for (Future<Integer> end : ends) {
      assertThat(end.get()).isBetween(1, Workplace.MOST);
    }
  }

  @Test
  void whoIsInterruptedWhileItWaitsIsToldSo() throws Exception {
    CountDownLatch bothBegun = new CountDownLatch(2);
    CountDownLatch end = new CountDownLatch(1);
    for (int i = 0; i < Workplace.MOST; i++) {
      callers.execute(
          () -> {
            try {
              place.run(
                  connection -> {
                    bothBegun.countDown();
                    return awaited(end);
                  });
            } catch (SQLException e) {
              throw new IllegalStateException(e);
            }
          });
    }
    bothBegun.await();
    List<Exception> told = new ArrayList<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                place.run(connection -> true);
              } catch (SQLException e) {
                told.add(e);
              }
            });
    caller.start();
    eventually("it waits", () -> caller.getState() == Thread.State.TIMED_WAITING);
    caller.interrupt();
    caller.join();
    assertThat(told).singleElement().isInstanceOf(SQLTimeoutException.class);
    end.countDown();
  }

  private static boolean awaited(CountDownLatch latch) throws SQLException {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", e);
    }
  }
}
