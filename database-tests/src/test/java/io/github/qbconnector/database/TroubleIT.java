package io.github.qbconnector.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.database.server.OsProcess;
import io.github.qbconnector.database.server.Postgres;
import io.github.qbconnector.database.server.Servers;
import io.github.qbconnector.impl.store.JdbcStore;
import io.github.qbconnector.spi.ConnectionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** A database that is there and does not do what it should. */
@ExtendWith(Servers.class)
@Isolated("a process that is frozen may hold what all databases of the server share")
@EnabledOnOs(OS.LINUX)
@Timeout(180)
class TroubleIT {
  private static final ConnectionRecord RECORD = SampleRecords.of(1);
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  private final Postgres postgres;
  private final JdbcNodes nodes = new JdbcNodes();
  private final List<OsProcess> frozen = new ArrayList<>();

  TroubleIT(Postgres postgres) {
    this.postgres = postgres;
  }

  @BeforeEach
  void beginWithNothing() throws Exception {
    postgres.dropTables();
  }

  @AfterEach
  void leaveItSound() throws Exception {
    for (OsProcess process : frozen) {
      process.thaw();
    }
    nodes.close();
    postgres.dropTables();
  }

  private void freezeTheSessions() throws Exception {
    for (long backend : postgres.backends()) {
      OsProcess process = new OsProcess(backend);
      frozen.add(process);
      process.freeze();
    }
  }

  private void thawTheSessions() throws Exception {
    for (OsProcess process : frozen) {
      process.thaw();
    }
    frozen.clear();
  }

  @Test
  void aSessionThatIsFrozenIsGivenUpInBoundsAndAnotherOneOpened() throws Exception {
    JdbcStore store = nodes.open(postgres.dataSource());
    assertThat(store.insert(RECORD)).isTrue();
    freezeTheSessions();
    assertThatThrownBy(() -> store.find(RECORD.id())).isInstanceOf(RuntimeException.class);
    // Nothing is thawed: only this session was struck, and the store must not cling to it.
    assertThat(store.find(RECORD.id())).contains(RECORD);
  }

  @Test
  void aWriteWhoseFateIsNotKnownIsWrittenOnceOrNotAtAll() throws Exception {
    JdbcStore store = nodes.open(postgres.dataSource());
    assertThat(store.insert(RECORD)).isTrue();
    freezeTheSessions();
    ConnectionRecord first = SampleRecords.after(RECORD, "{\"answer\":1}");
    assertThatThrownBy(() -> store.replace(first, RECORD.revision()))
        .isInstanceOf(RuntimeException.class);
    thawTheSessions();
    // Both may be true: the first was written when it thawed, or was not. Never both writes.
    boolean again = store.replace(first, RECORD.revision());
    assertThat(store.find(RECORD.id())).as("written again: " + again).contains(first);
    assertThat(store.replace(SampleRecords.after(RECORD, "{}"), RECORD.revision())).isFalse();
  }

  @Test
  void ofManyCallersOfAFrozenDatabaseNoneHangs() throws Exception {
    JdbcStore store = nodes.open(postgres.dataSource());
    assertThat(store.insert(RECORD)).isTrue();
    ExecutorService callers = Executors.newFixedThreadPool(20);
    try {
      freezeTheSessions();
      List<Future<Boolean>> calls =
          IntStream.range(0, 20)
              .mapToObj(i -> callers.submit(() -> store.find(RECORD.id()).isPresent()))
              .toList();
      int ended = 0;
      for (Future<Boolean> call : calls) {
        try {
          call.get();
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(RuntimeException.class);
        }
        ended++;
      }
      assertThat(ended).isEqualTo(20);
      assertThat(store.find(RECORD.id())).contains(RECORD);
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void aDatabaseThatIsReadOnlyIsReadAndNothingIsTakenForWritten() throws Exception {
    JdbcStore store = nodes.open(postgres.dataSource());
    assertThat(store.insert(RECORD)).isTrue();
    ConnectionRecord next = SampleRecords.after(RECORD);
    postgres.execute(
        "ALTER DATABASE " + postgres.name() + " SET default_transaction_read_only = on");
    JdbcStore readOnly = nodes.open(postgres.dataSource());
    try {
      assertThat(readOnly.find(RECORD.id())).contains(RECORD);
      assertThatThrownBy(() -> readOnly.replace(next, RECORD.revision()))
          .isInstanceOf(RuntimeException.class);
      assertThatThrownBy(() -> readOnly.insert(SampleRecords.of(2)))
          .isInstanceOf(RuntimeException.class);
      assertThatThrownBy(() -> readOnly.lease("lease", "one", Duration.ofMinutes(1)))
          .isInstanceOf(RuntimeException.class);
      assertThatThrownBy(() -> readOnly.putOnce("value", "text", Instant.now()))
          .isInstanceOf(RuntimeException.class);
      assertThat(readOnly.find(RECORD.id())).contains(RECORD);
    } finally {
      postgres.execute(
          "SET default_transaction_read_only = off",
          "ALTER DATABASE " + postgres.name() + " RESET default_transaction_read_only");
    }
    assertThat(store.replace(next, RECORD.revision())).isTrue();
  }

  @Test
  void aFullDiskIsReportedAndLosesNothingThatWasWritten() throws Exception {
    JdbcStore store = nodes.open(postgres.dataSource());
    assertThat(store.insert(RECORD)).isTrue();
    // Neither compressed nor moved elsewhere: some thousand values fill one file.
    postgres.execute("ALTER TABLE qbc_value ALTER COLUMN content SET STORAGE PLAIN");
    Random random = new Random(1);
    for (OsProcess backend : postgres.backends().stream().map(OsProcess::new).toList()) {
      // Larger than a segment of the log, whose files have their size from the beginning.
      backend.limitFiles("16777216");
    }
    int written = 0;
    RuntimeException full = null;
    while (full == null && written < 20_000) {
      try {
        assertThat(store.putOnce("value " + written, text(random), LATER)).isTrue();
        written++;
      } catch (RuntimeException e) {
        full = e;
      }
    }
    assertThat(full).isNotNull();
    for (OsProcess backend : postgres.backends().stream().map(OsProcess::new).toList()) {
      backend.limitFiles("unlimited");
    }
    assertThat(store.find(RECORD.id())).contains(RECORD);
    assertThat(store.putOnce("value " + written, "text", LATER)).isTrue();
    for (int i = 0; i < written; i++) {
      assertThat(store.get("value " + i, Instant.EPOCH)).isPresent();
    }
  }

  private static String text(Random random) {
    return random
        .ints(7_000, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
