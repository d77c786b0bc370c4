package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.gate.GateDecision;
import io.github.qbconnector.gate.GateDecision.Verdict;
import io.github.qbconnector.impl.crypto.RandomIds;
import io.github.qbconnector.impl.store.CallersThread;
import io.github.qbconnector.impl.store.Database;
import io.github.qbconnector.impl.store.JdbcStore;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.testing.LoggedMessages;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.intuit.Rotation;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tables are set back to a backup while nodes run, or before they start. */
@ExtendWith(SimulatorExtension.class)
@Timeout(60)
class SetBackStoreTest {
  private final QuickBooksSimulator simulator;
  private final JdbcDataSource h2 = new JdbcDataSource();
  private final Connection keepsTheDatabase;
  private final Bench bench;
  private final Bench fresh;

  SetBackStoreTest(QuickBooksSimulator simulator) throws SQLException {
    this.simulator = simulator;
    h2.setURL("jdbc:h2:mem:" + RandomIds.next().replace('-', '_'));
    this.keepsTheDatabase = h2.getConnection();
    this.bench = new Bench(simulator, Map.of(), store());
    this.fresh = new Bench(simulator, Map.of(), store());
  }

  private JdbcStore store() {
    return new JdbcStore(
        new Database(
            new CallersThread(
                () -> h2,
                new CallersThread.OwnTransaction() {
                  @Override
                  public <T extends @Nullable Object> T run(Supplier<T> work) {
                    return work.get();
                  }
                }),
            true));
  }

  @BeforeEach
  void connectAndBackUp() throws SQLException {
    simulator.intuit().tokens().rotation(Rotation.EVERY_USE).grace(Duration.ZERO);
    bench.connect("hanna", Bench.REALM);
    execute("CREATE TABLE backup AS SELECT * FROM qbc_connection");
  }

  @AfterEach
  void close() throws SQLException {
    bench.close();
    fresh.close();
    keepsTheDatabase.close();
  }

  private void execute(String... statements) throws SQLException {
    try (Statement statement = keepsTheDatabase.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void restore() throws SQLException {
    execute("DELETE FROM qbc_connection", "INSERT INTO qbc_connection SELECT * FROM backup");
  }

  private void later(Duration time) {
    simulator.clock().advance(time);
  }

  private static String token(Bench node) {
    return node.calls.call("hanna", Evidence.CALL, (grant, id) -> grant.accessToken().reveal());
  }

  @Test
  void aNodeThatKnewBetterWritesItAgainAndUsesNoDeadToken() throws SQLException {
    bench.calls.renewNow("hanna");
    long newest = bench.stored("hanna").generation();
    restore();
    assertThat(bench.stored("hanna").generation()).isLessThan(newest);
    later(Duration.ofHours(2));
    assertThat(token(bench)).isNotEmpty();
    assertThat(bench.stored("hanna").generation()).isGreaterThan(newest);
    assertThat(simulator.requests().count(r -> r.status() == 400)).isZero();
    assertThat(token(fresh)).isEqualTo(token(bench));
  }

  @Test
  void aConnectionThatItsUserHasEndedIsNotBroughtBack() throws SQLException {
    bench.connector.connection("hanna").disconnect();
    restore();
    later(Duration.ofMillis(300));
    assertThat(bench.decide("hanna").verdict()).isEqualTo(Verdict.CONNECT);
    assertThat(bench.stored("hanna").isTombstone()).isTrue();
    assertThat(fresh.connector.connection("hanna").status().state())
        .isEqualTo(ConnectionState.NOT_CONNECTED);
  }

  @Test
  void whatWasBelievedOfADeadTokenMeanwhileIsLiftedByTheNodeThatKnewBetter() throws SQLException {
    bench.calls.renewNow("hanna");
    restore();
    later(Duration.ofHours(5));
    assertThat(fresh.decide("hanna").verdict()).isEqualTo(Verdict.CONNECT);
    assertThat(token(bench)).isNotEmpty();
    later(Duration.ofMillis(300));
    assertThat(fresh.decide("hanna").passes()).isTrue();
    assertThat(token(fresh)).isEqualTo(token(bench));
  }

  @Test
  void anOldRowsEvidenceLetsNobodyPassWhenNoNodeKnewBetter() throws SQLException {
    bench.calls.renewNow("hanna");
    restore();
    later(Duration.ofDays(1));
    GateDecision decision = fresh.decide("hanna");
    assertThat(decision.verdict()).isEqualTo(Verdict.CONNECT);
    assertThat(decision.status().orElseThrow().reason()).isEqualTo(StatusReason.GRANT_REVOKED);
  }

  @Test
  void operatorsAreToldOnceOfEachTimeTheStoreWasSetBack() throws SQLException {
    try (LoggedMessages log = new LoggedMessages()) {
      for (int restored = 1; restored <= 2; restored++) {
        bench.calls.renewNow("hanna");
        later(Duration.ofSeconds(10));
        assertThat(token(fresh)).as("both know it").isEqualTo(token(bench));
        restore();
        for (int use = 0; use < 10; use++) {
          later(Duration.ofMinutes(31));
          assertThat(bench.decide("hanna").passes()).isTrue();
          assertThat(token(bench)).isNotEmpty();
          assertThat(token(fresh)).isNotEmpty();
        }
        assertThat(log.numbered("QBC0303")).hasSize(restored);
      }
      assertThat(log.numbered("QBC0303"))
          .allSatisfy(told -> assertThat(told).contains("default", "restore-a-backup.md"))
          .noneMatch(told -> told.contains("hanna"));
    }
  }
}
