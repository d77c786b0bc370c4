package io.github.qbconnector.impl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.impl.crypto.RandomIds;
import io.github.qbconnector.spi.ConnectionRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SchemaTest {
  private static final Schema.Step FIRST =
      new Schema.Step(1, "1", List.of("SELECT version FROM qbc_schema WHERE 1 = 0"));
  private static final Schema.Step SECOND =
      new Schema.Step(
          2,
          "test-2",
          List.of(
              "SELECT remark FROM qbc_connection WHERE 1 = 0",
              "SELECT remark_name FROM qbc_remark WHERE 1 = 0"));
  private static final Schema NEWER = new Schema(List.of(FIRST, SECOND));

  private final JdbcDataSource h2 = new JdbcDataSource();
  private final List<AutoCloseable> open = new ArrayList<>();

  SchemaTest() {
    h2.setURL("jdbc:h2:mem:" + RandomIds.next().replace('-', '_'));
  }

  @BeforeEach
  void keepTheDatabase() throws SQLException {
    open.add(h2.getConnection());
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private JdbcStore store(Schema schema, boolean create) {
    JdbcStore store =
        new JdbcStore(
            new Database(new CallersThread(() -> h2, new PlainTransactions()), create, schema));
    open.add(store);
    return store;
  }

  private static ConnectionRecord record(String id) {
    return new ConnectionRecord(
        id,
        "default",
        "hanna",
        Optional.of("123"),
        1,
        "{}",
        "k1",
        Optional.empty(),
        Optional.of(Evidence.CONNECT),
        Optional.of(Instant.ofEpochMilli(1_000)));
  }

  private static String shipped(String file) throws IOException {
    try (InputStream in = Schema.class.getResourceAsStream("schema/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = h2.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<Long> versions() throws SQLException {
    try (Connection connection = h2.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT version FROM qbc_schema ORDER BY 1")) {
      List<Long> versions = new ArrayList<>();
      while (rows.next()) {
        versions.add(rows.getLong(1));
      }
      return versions;
    }
  }

  @Test
  void nodesThatStartTogetherCreateTheTablesOnce() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(8);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Boolean>> inserted = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        JdbcStore node = store(Schema.shipped(), true);
        String id = "id-" + i;
        inserted.add(
            nodes.submit(
                () -> {
                  start.await();
                  return node.insert(record(id));
                }));
      }
      start.countDown();
      for (Future<Boolean> one : inserted) {
        assertThat(one.get()).isTrue();
      }
    } finally {
      nodes.shutdownNow();
    }
    assertThat(versions()).containsExactly(1L);
    assertThat(store(Schema.shipped(), false).list("default", Optional.empty(), 9)).hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void aStepThatWasHalfAppliedIsFinished(int statements) throws Exception {
    String[] all = shipped("1.sql").replaceAll("(?m)^--.*$", "").split(";");
    for (int i = 0; i < statements; i++) {
      execute(all[i]);
    }
    JdbcStore store = store(Schema.shipped(), true);
    assertThat(store.insert(record("id"))).isTrue();
    assertThat(store.lease("lease", "me", Duration.ofMinutes(1))).isTrue();
    assertThat(versions()).containsExactly(1L);
  }

  @Test
  void aLaterStepKeepsTheRowsAndOlderNodesGoOnBesideNewerOnes() throws Exception {
    JdbcStore older = store(new Schema(List.of(FIRST)), true);
    assertThat(older.insert(record("before"))).isTrue();

    JdbcStore newer = store(NEWER, true);

    assertThat(newer.find("before")).contains(record("before"));
    assertThat(versions()).containsExactly(1L, 2L);
    assertThat(older.insert(record("after"))).isTrue();
    assertThat(newer.find("after")).contains(record("after"));
    execute("UPDATE qbc_connection SET remark = 'seen'", "INSERT INTO qbc_remark VALUES ('x')");
    assertThat(older.find("before")).contains(record("before"));
  }

  @Test
  void aNewerVersionThanItsOwnIsAccepted() throws Exception {
    assertThat(store(NEWER, true).insert(record("id"))).isTrue();
    assertThat(store(Schema.shipped(), false).find("id")).contains(record("id"));
    assertThat(store(Schema.shipped(), true).find("id")).contains(record("id"));
    assertThat(versions()).containsExactly(1L, 2L);
  }

  @Test
  void allStepsAreAppliedToAnEmptyDatabase() throws Exception {
    assertThat(store(NEWER, true).find("id")).isEmpty();
    assertThat(versions()).containsExactly(1L, 2L);
  }

  @Test
  void withoutLeaveToMigrateItNamesTheNextStep() {
    assertThat(store(Schema.shipped(), true).find("id")).isEmpty();
    assertThatThrownBy(() -> store(NEWER, false).find("id"))
        .rootCause()
        .hasMessageContaining("are at version 1")
        .hasMessageContaining("needs version 2")
        .hasMessageContaining("schema/test-2.sql");
  }

  @Test
  void aStepThatCannotBeAppliedSaysWhyAndIsTriedAgain() throws Exception {
    execute("CREATE TABLE qbc_lease (something_else INT)");
    JdbcStore store = store(Schema.shipped(), true);
    assertThatThrownBy(() -> store.find("id")).isInstanceOf(StoreUnavailableException.class);
    execute("DROP TABLE qbc_lease");
    assertThat(store.find("id")).isEmpty();
    assertThat(versions()).containsExactly(1L);
  }

  @Test
  void theVariantForOracleIsInStep() throws IOException {
    String expected =
        shipped("1.sql")
            .replaceAll("(content +)VARCHAR\\(\\d+\\)", "$1CLOB")
            .replaceAll("\\bVARCHAR\\((\\d+)\\)", "VARCHAR2($1 CHAR)")
            .replace("BIGINT", "NUMBER(19)");
    assertThat(shipped("1-oracle.sql")).isEqualToNormalizingWhitespace(expected);
  }

  @Test
  void theVariantForSqlServerIsInStep() throws IOException {
    String expected =
        shipped("1.sql")
            .replaceAll("(content +)VARCHAR\\(\\d+\\)", "$1NVARCHAR(MAX)")
            .replaceAll("\\bVARCHAR\\(", "NVARCHAR(")
            .replaceAll("(NVARCHAR\\(\\w+\\))", "$1 COLLATE Latin1_General_100_BIN2");
    assertThat(shipped("1-sqlserver.sql")).isEqualToNormalizingWhitespace(expected);
  }

  @Test
  void whatMayBeStoredFitsIntoTheTables() throws IOException {
    assertThat(shipped("1.sql")).contains("VARCHAR(" + ConnectionRecord.MAX_CONTENT + ")");
  }
}
