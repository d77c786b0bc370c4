package io.github.qbconnector.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.database.server.Postgres;
import io.github.qbconnector.database.server.Servers;
import io.github.qbconnector.impl.store.JdbcStore;
import io.github.qbconnector.impl.store.Workplace;
import io.github.qbconnector.spi.ConnectionRecord;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A database that is away. Each method ends with an exception, none hangs (the time-out of this
 * class would show it), and all is well once the database is back.
 */
@ExtendWith(Servers.class)
@Isolated("the server it stops is everybody's")
@Timeout(120)
class OutageIT {
  private static final ConnectionRecord RECORD = SampleRecords.of(1);

  /** All that can be asked of a store. */
  private static final List<Consumer<JdbcStore>> EVERYTHING =
      List.of(
          store -> store.find(RECORD.id()),
          store -> store.insert(SampleRecords.of(2)),
          store -> store.replace(SampleRecords.after(RECORD), RECORD.revision()),
          store -> store.note(RECORD.id(), Evidence.CALL, Instant.EPOCH),
          store -> store.list("default", Optional.empty(), 10),
          store -> store.holding("default", "1", 10),
          store -> store.due(Instant.EPOCH, 10),
          store -> store.notSealedWith("key", Optional.empty(), 10),
          JdbcStore::keyUsage,
          store -> store.changes(1),
          store -> store.lease("lease", "holder", Duration.ofMinutes(1)),
          store -> store.release("lease", "holder"),
          store -> store.putOnce("value", "text", Instant.EPOCH),
          store -> store.get("value", Instant.EPOCH),
          store -> store.sweep(Instant.EPOCH));

  private final Postgres postgres;
  private final JdbcNodes nodes = new JdbcNodes();

  OutageIT(Postgres postgres) {
    this.postgres = postgres;
  }

  @BeforeEach
  void beginWithNothing() throws Exception {
    postgres.dropTables();
  }

  @AfterEach
  void leaveItRunning() throws Exception {
    postgres.start();
    nodes.close();
    postgres.dropTables();
  }

  @Test
  void aDatabaseThatIsAwayAtTheStartIsUsedOnceItIsThere() throws Exception {
    postgres.stop();
    JdbcStore onThreads = nodes.open(postgres.dataSource());
    JdbcStore withoutThreads = nodes.openWithoutThreads(postgres.dataSource());
    assertThatEverythingFails(onThreads);
    assertThatEverythingFails(withoutThreads);
    postgres.start();
    assertThat(onThreads.insert(RECORD)).isTrue();
    assertThat(withoutThreads.find(RECORD.id())).contains(RECORD);
  }

  @Test
  void aDatabaseThatGoesAwayIsUsedAgainOnceItIsBackWithAllThatWasWritten() throws Exception {
    JdbcStore onThreads = nodes.open(postgres.dataSource());
    JdbcStore withoutThreads = nodes.openWithoutThreads(postgres.dataSource());
    assertThat(onThreads.insert(RECORD)).isTrue();
    assertThat(withoutThreads.lease("lease", "one", Duration.ofMinutes(10))).isTrue();
    postgres.stop();
    assertThatEverythingFails(onThreads);
    assertThatEverythingFails(withoutThreads);
    postgres.start();
    assertThat(onThreads.find(RECORD.id())).contains(RECORD);
    assertThat(onThreads.lease("lease", "two", Duration.ofMinutes(1)))
        .as("an outage gives nobody's lease away")
        .isFalse();
    ConnectionRecord next = SampleRecords.after(RECORD);
    assertThat(withoutThreads.replace(next, RECORD.revision())).isTrue();
    assertThat(onThreads.find(RECORD.id())).contains(next);
  }

  @Test
  void sessionsThatAreEndedCostAnAnswerEachAndNoMore() throws Exception {
    JdbcStore store = nodes.open(postgres.dataSource());
    assertThat(store.insert(RECORD)).isTrue();
    for (int round = 0; round < 5; round++) {
      List<Long> sessions = postgres.backends();
      assertThat(sessions).hasSizeBetween(1, Workplace.MOST);
      for (long backend : sessions) {
        postgres.execute("SELECT pg_terminate_backend(" + backend + ", 5000)");
      }
      int failed = 0;
      for (int answered = 0; answered < 10; ) {
        try {
          assertThat(store.find(RECORD.id())).contains(RECORD);
          answered++;
        } catch (RuntimeException sessionHasEnded) {
          failed++;
          assertThat(failed).isLessThanOrEqualTo(sessions.size());
        }
      }
    }
  }

  @Test
  void aRowThatSomebodyElseLocksIsWaitedForInBounds() throws Exception {
    JdbcStore store = nodes.open(postgres.dataSource());
    assertThat(store.insert(RECORD)).isTrue();
    ConnectionRecord next = SampleRecords.after(RECORD);
    try (Connection other = postgres.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT * FROM qbc_connection FOR UPDATE");
      assertThatThrownBy(() -> store.replace(next, RECORD.revision()))
          .isInstanceOf(RuntimeException.class);
      assertThat(store.find(RECORD.id())).as("reading goes on").contains(RECORD);
      other.rollback();
    }
    assertThat(store.replace(next, RECORD.revision())).isTrue();
  }

  private static void assertThatEverythingFails(JdbcStore store) {
    assertThat(EVERYTHING)
        .allSatisfy(
            request ->
                assertThatThrownBy(() -> request.accept(store))
                    .isInstanceOf(RuntimeException.class));
  }
}
