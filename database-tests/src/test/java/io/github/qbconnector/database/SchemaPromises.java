package io.github.qbconnector.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.qbconnector.database.server.TestDatabase;
import io.github.qbconnector.impl.store.JdbcStore;
import io.github.qbconnector.spi.ConnectionRecord;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the tables come into being, and how they go on. */
@Timeout(120)
abstract class SchemaPromises {
  private final TestDatabase database;
  private final JdbcNodes nodes = new JdbcNodes();

  SchemaPromises(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void beginWithNothing() throws SQLException {
    database.dropTables();
  }

  @AfterEach
  void close() throws SQLException {
    nodes.close();
    database.dropTables();
    database.discard();
  }

  @Test
  void nodesThatStartAtTheSameMomentCreateTheTablesTogether() throws Exception {
    for (int round = 0; round < 3; round++) {
      database.dropTables();
      List<JdbcStore> started =
          IntStream.range(0, nodesAtOnce())
              .mapToObj(i -> nodes.open(database.dataSource()))
              .toList();
      List<Boolean> inserted = together(i -> started.get(i).insert(SampleRecords.of(i)));
      assertThat(inserted).containsOnly(true);
      for (JdbcStore node : started) {
        for (int i = 0; i < nodesAtOnce(); i++) {
          assertThat(node.find(SampleRecords.of(i).id())).contains(SampleRecords.of(i));
        }
      }
      nodes.close();
    }
  }

  @Test
  void whatANodeThatDiedHasBegunIsFinished() throws Exception {
    List<String> statements = shippedStatements();
    for (int done = 1; done < statements.size(); done++) {
      database.dropTables();
      database.execute(statements.subList(0, done).toArray(String[]::new));
      try (JdbcStore store = nodes.open(database.dataSource())) {
        ConnectionRecord record = SampleRecords.of(done);
        assertThat(store.insert(record)).isTrue();
        assertThat(store.find(record.id())).contains(record);
      }
    }
  }

  @Test
  void theShippedFileAppliedByHandGivesTheSameTables() throws Exception {
    nodes.open(database.dataSource()).keyUsage();
    nodes.close();
    List<String> created = tables();
    assertThat(created).isNotEmpty();
    database.dropTables();
    database.execute(shippedStatements().toArray(String[]::new));
    assertThat(tables()).isEqualTo(created);
    JdbcStore store = nodes.open(database.dataSource(), false);
    assertThat(store.insert(SampleRecords.of(1))).isTrue();
    assertThat(store.find(SampleRecords.of(1).id())).contains(SampleRecords.of(1));
  }

  @Test
  void aDatabaseWithoutTheTablesIsLeftAloneUnlessTheyMayBeCreated() throws SQLException {
    JdbcStore strict = nodes.open(database.dataSource(), false);
    assertThat(advice(strict))
        .contains("quickbooks.store.create-schema")
        .contains("version 1")
        .containsPattern("apply io/github/\\S+\\.sql of the connector's jar");
    assertThat(tables()).isEmpty();
    nodes.open(database.dataSource()).keyUsage();
    assertThat(strict.keyUsage()).as("once somebody has created them").isEmpty();
  }

  @Test
  void aLaterVersionAddsToTheTablesAndKeepsTheRows() throws Exception {
    JdbcStore before = nodes.open(database.dataSource());
    ConnectionRecord record = SampleRecords.of(1);
    assertThat(before.insert(record)).isTrue();
    List<JdbcStore> later =
        IntStream.range(0, nodesAtOnce())
            .mapToObj(i -> nodes.openLater(database.dataSource(), true))
            .toList();
    assertThat(together(i -> later.get(i).find(record.id()).equals(Optional.of(record))))
        .containsOnly(true);
    ConnectionRecord next = SampleRecords.after(record);
    assertThat(before.replace(next, record.revision())).as("beside newer nodes").isTrue();
    assertThat(before.insert(SampleRecords.of(2))).isTrue();
    assertThat(later.get(0).find(record.id())).contains(next);
    JdbcStore old = nodes.open(database.dataSource());
    assertThat(old.find(record.id())).as("started when the tables were newer").contains(next);
  }

  @Test
  void aLaterVersionSaysWhatToApplyIfItMayNotByItself() {
    JdbcStore before = nodes.open(database.dataSource());
    assertThat(before.insert(SampleRecords.of(1))).isTrue();
    assertThat(advice(nodes.openLater(database.dataSource(), false)))
        .contains("version 1,")
        .contains("version 1000")
        .contains("2-of-tests");
    assertThat(before.find(SampleRecords.of(1).id())).isPresent();
  }

  /** How many nodes may begin at the same moment. */
  int nodesAtOnce() {
    return 4;
  }

  /** What operations read when a store that may not create its tables finds none. */
  private static String advice(JdbcStore store) {
    Throwable refused = catchThrowable(() -> store.find("0".repeat(64)));
    assertThat(refused).isInstanceOf(RuntimeException.class);
    return Stream.iterate(refused, Objects::nonNull, Throwable::getCause)
        .map(cause -> String.valueOf(cause.getMessage()))
        .reduce("", (all, next) -> all + "\n" + next);
  }

  /** Does as the advice says. */
  private List<String> shippedStatements() {
    try (JdbcStore strict = nodes.open(database.dataSource(), false)) {
      Matcher named = Pattern.compile("apply (\\S+\\.sql)").matcher(advice(strict));
      assertThat(named.find()).isTrue();
      return new ShippedFile(named.group(1)).statements();
    }
  }

  /** Columns and indexes as the database describes them. */
  private List<String> tables() throws SQLException {
    TreeSet<String> found = new TreeSet<>();
    try (Connection connection = database.dataSource().getConnection()) {
      for (String table : TestDatabase.TABLES) {
        String name =
            connection.getMetaData().storesUpperCaseIdentifiers()
                ? table.toUpperCase(Locale.ROOT)
                : table;
        try (ResultSet column =
            connection.getMetaData().getColumns(connection.getCatalog(), null, name, null)) {
          while (column.next()) {
            found.add(
                String.join(
                    " ",
                    table,
                    column.getString("COLUMN_NAME"),
                    column.getString("TYPE_NAME"),
                    column.getString("COLUMN_SIZE"),
                    column.getString("IS_NULLABLE")));
          }
        }
        try (ResultSet index =
            connection
                .getMetaData()
                .getIndexInfo(connection.getCatalog(), null, name, false, true)) {
          while (index.next()) {
            found.add(
                String.join(
                    " ",
                    table,
                    "index on",
                    String.valueOf(index.getString("COLUMN_NAME")),
                    "unique " + !index.getBoolean("NON_UNIQUE")));
          }
        }
      }
    }
    return new ArrayList<>(found);
  }

  @FunctionalInterface
  private interface Step {
    boolean by(int node) throws Exception;
  }

  private List<Boolean> together(Step step) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(nodesAtOnce());
    try {
      CyclicBarrier start = new CyclicBarrier(nodesAtOnce());
      List<Future<Boolean>> running =
          IntStream.range(0, nodesAtOnce())
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return step.by(i);
                          }))
              .toList();
      List<Boolean> results = new ArrayList<>();
      for (Future<Boolean> one : running) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
