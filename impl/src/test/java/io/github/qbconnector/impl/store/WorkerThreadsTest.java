package io.github.qbconnector.impl.store;

import static io.github.qbconnector.impl.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.impl.crypto.RandomIds;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerThreadsTest {
  private final JdbcConnectionPool pool =
      JdbcConnectionPool.create("jdbc:h2:mem:" + RandomIds.next().replace('-', '_'), "", "");
  private final AtomicReference<DataSource> dataSource = new AtomicReference<>(pool);
  private final List<Thread> lent = new CopyOnWriteArrayList<>();
  private final PlainTransactions transactions = new PlainTransactions();
  private final WorkerThreads workers =
      new WorkerThreads(
          dataSource::get,
          work -> {
            Thread thread = new Thread(work);
            lent.add(thread);
            return thread;
          },
          new CallersThread(dataSource::get, transactions));
  private final ExecutorService callers = Executors.newCachedThreadPool();

  WorkerThreadsTest() {
    pool.setMaxConnections(Workplace.MOST);
  }

  @AfterEach
  void close() {
    workers.close();
    callers.shutdownNow();
    pool.dispose();
  }

  private static int sessionOf(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT SESSION_ID()")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static Thread threadOf(Workplace place) throws SQLException {
    return place.run(connection -> Thread.currentThread());
  }

  /** Work that does not end before it is told to. */
  private Future<Integer> begin(CountDownLatch begun, CountDownLatch end) {
    return callers.submit(
        () ->
            workers.run(
                connection -> {
                  begun.countDown();
                  try {
                    end.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new SQLException("interrupted", e);
                  }
                  return sessionOf(connection);
                }));
  }

  @Test
  void fiftyCallersThatHoldTheConnectionsOfThePoolAllGetTheirWorkDone() throws Exception {
    int kept = workers.run(WorkerThreadsTest::sessionOf);
    List<Future<Boolean>> ends = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      ends.add(
          callers.submit(
              () -> {
                try (Connection held = pool.getConnection()) {
                  return workers.run(WorkerThreadsTest::sessionOf) == kept
                      && sessionOf(held) != kept;
                }
              }));
    }
    for (Future<Boolean> end : ends) {
      assertThat(end.get()).isTrue();
    }
    assertThat(transactions.begun).hasValue(0);
  }

  @Test
  void whenThereIsMoreToDoThanOneCanDoASecondHelps() throws Exception {
    CountDownLatch bothBegun = new CountDownLatch(2);
    CountDownLatch end = new CountDownLatch(1);
    Future<Integer> one = begin(bothBegun, end);
    Future<Integer> other = begin(bothBegun, end);
    bothBegun.await();
    end.countDown();
    assertThat(one.get()).isNotEqualTo(other.get());
  }

  @Test
  void neverMoreThanTwoConnectionsAreInUse() throws Exception {
    pool.setMaxConnections(20);
    AtomicInteger now = new AtomicInteger();
    Set<Integer> seen = Collections.synchronizedSet(new HashSet<>());
    List<Future<Integer>> ends = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      ends.add(
          callers.submit(
              () ->
                  workers.run(
                      connection -> {
                        seen.add(now.incrementAndGet());
                        seen.add(pool.getActiveConnections());
                        int session = sessionOf(connection);
                        now.decrementAndGet();
                        return session;
                      })));
    }
    for (Future<Integer> end : ends) {
      assertThat(end.get()).isPositive();
    }
    assertThat(seen).isSubsetOf(1, 2);
  }

  @Test
  void aConnectionThatDiedIsReplaced() throws Exception {
    int first = workers.run(WorkerThreadsTest::sessionOf);
    try (Connection other = pool.getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("CALL ABORT_SESSION(" + first + ")");
    }
    assertThatThrownBy(() -> workers.run(WorkerThreadsTest::sessionOf))
        .as("who comes right after cannot know")
        .isInstanceOf(SQLException.class);
    assertThat(workers.run(WorkerThreadsTest::sessionOf)).isNotEqualTo(first);
    assertThat(pool.getActiveConnections()).isEqualTo(1);
  }

  @Test
  void aDatabaseThatIsAwayIsSaidAtOnceAndComesBack() throws Exception {
    JdbcDataSource away = new JdbcDataSource();
    away.setURL("jdbc:h2:tcp://localhost:1/none");
    dataSource.set(away);
    assertThatThrownBy(() -> workers.run(WorkerThreadsTest::sessionOf))
        .isInstanceOf(SQLException.class);
    dataSource.set(pool);
    assertThat(workers.run(WorkerThreadsTest::sessionOf)).isPositive();
  }

  @Test
  void workWhoseCallerHasGoneIsNotDone() throws Exception {
    CountDownLatch bothBegun = new CountDownLatch(2);
    CountDownLatch end = new CountDownLatch(1);
    Future<Integer> one = begin(bothBegun, end);
    Future<Integer> other = begin(bothBegun, end);
    bothBegun.await();
    AtomicBoolean done = new AtomicBoolean();
    AtomicReference<Exception> told = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                workers.run(connection -> done.getAndSet(true));
              } catch (SQLException e) {
                told.set(e);
              }
            });
    caller.start();
    eventually("it waits", () -> caller.getState() == Thread.State.TIMED_WAITING);
    caller.interrupt();
    caller.join();
    assertThat(told.get()).hasMessageContaining("Interrupted");
    end.countDown();
    assertThat(one.get()).isNotEqualTo(other.get());
    assertThat(workers.run(WorkerThreadsTest::sessionOf)).isPositive();
    assertThat(done).isFalse();
  }

  @Test
  void workThatFailsIsToldAndTheNextIsDone() throws Exception {
    assertThatThrownBy(
            () ->
                workers.run(
                    connection -> {
                      throw new SQLException("no such table", "42S02");
                    }))
        .isInstanceOf(SQLException.class)
        .hasMessage("no such table");
    assertThatThrownBy(
            () ->
                workers.run(
                    connection -> {
                      throw new IllegalStateException("ours");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(workers.run(WorkerThreadsTest::sessionOf)).isPositive();
    assertThat(pool.getActiveConnections()).as("the same one").isEqualTo(1);
  }

  @Test
  void closingGivesEverythingBackAndLaterWorkIsDoneOnTheCallersThread() throws Exception {
    CountDownLatch bothBegun = new CountDownLatch(2);
    CountDownLatch end = new CountDownLatch(1);
    Future<Integer> one = begin(bothBegun, end);
    Future<Integer> other = begin(bothBegun, end);
    bothBegun.await();
    end.countDown();
    assertThat(one.get()).isNotEqualTo(other.get());

    workers.close();

    assertThat(lent).hasSize(2).noneMatch(Thread::isAlive);
    assertThat(pool.getActiveConnections()).isZero();
    assertThat(threadOf(workers)).isSameAs(Thread.currentThread());
    assertThat(transactions.begun).hasValue(1);
    assertThat(pool.getActiveConnections()).isZero();
  }

  @Test
  void closingKeepsNobodyWaiting() throws Exception {
    CountDownLatch bothBegun = new CountDownLatch(2);
    CountDownLatch never = new CountDownLatch(1);
    List<Future<Integer>> ends = new ArrayList<>();
    ends.add(begin(bothBegun, never));
    ends.add(begin(bothBegun, never));
    bothBegun.await();
    List<Thread> waiting = new ArrayList<>();
    AtomicInteger ended = new AtomicInteger();
    for (int i = 0; i < 5; i++) {
      Thread caller =
          new Thread(
              () -> {
                try {
                  int unused = workers.run(WorkerThreadsTest::sessionOf);
                  ended.incrementAndGet();
                } catch (SQLException e) {
                  ended.incrementAndGet();
                }
              });
      caller.start();
      waiting.add(caller);
    }
    eventually(
        "all wait",
        () -> waiting.stream().allMatch(t -> t.getState() == Thread.State.TIMED_WAITING));
    workers.close();
    for (Thread caller : waiting) {
      caller.join();
    }
    assertThat(ended).as("done or refused").hasValue(5);
    assertThat(lent).noneMatch(Thread::isAlive);
    for (Future<Integer> end : ends) {
      assertThatThrownBy(end::get).hasCauseInstanceOf(SQLException.class);
    }
    assertThat(pool.getActiveConnections()).isZero();
  }

  @Test
  void aServerThatLendsNoThreadsIsNoHindrance() throws Exception {
    for (WorkerThreads none :
        List.of(
            new WorkerThreads(
                dataSource::get, work -> null, new CallersThread(() -> pool, transactions)),
            new WorkerThreads(
                dataSource::get,
                work -> {
                  throw new IllegalStateException("the application stops");
                },
                new CallersThread(() -> pool, transactions)))) {
      assertThat(threadOf(none)).isSameAs(Thread.currentThread());
      none.close();
    }
    assertThat(transactions.begun).hasValue(2);
  }
}
