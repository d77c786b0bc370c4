package io.github.qbconnector.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.database.server.Postgres;
import io.github.qbconnector.database.server.Servers;
import io.github.qbconnector.impl.store.JdbcStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** What a million connections cost that a thousand do not. Runs with -Pbench. */
@Tag("bench")
@ExtendWith(Servers.class)
@Isolated("it measures")
class MillionConnectionsIT {
  private static final int FEW = 1_000;
  private static final int MANY = 1_000_000;
  private static final int PAGE = 500;
  private static final long FIRST_DUE = 1_795_342_530_123L;

  /** Noise of a shared machine is below it; reading all rows is a hundred times above. */
  private static final double FLAT = 5;

  private final Postgres postgres;
  private final JdbcNodes nodes = new JdbcNodes();
  private final Random random = new Random(20_261_122);
  private final Figures figures = new Figures();

  MillionConnectionsIT(Postgres postgres) {
    this.postgres = postgres;
  }

  @BeforeEach
  void beginWithNothing() throws SQLException {
    postgres.dropTables();
  }

  @AfterEach
  void close() throws SQLException {
    nodes.close();
    postgres.dropTables();
  }

  @Test
  void aLookupAmongAMillionCostsWhatItCostsAmongAThousand() throws Exception {
    assertThat(nodes.open(postgres.dataSource()).keyUsage()).isEmpty();
    fill(1, FEW);
    measure(FEW);
    fill(FEW + 1, MANY);
    measure(MANY);
    for (String what : new String[] {"lookup", "start", "page", "due", "changes"}) {
      figures.ratio(what + "_us_" + MANY, what + "_us_" + FEW, what + "_ratio");
    }
    figures.write(Path.of(System.getProperty("tests.target", "target")));
    System.out.print(figures.table());
    assertThat(figures.get("lookup_ratio")).isLessThan(FLAT);
    assertThat(figures.get("start_ratio")).isLessThan(FLAT);
    assertThat(figures.get("page_ratio")).isLessThan(FLAT);
    assertThat(figures.get("due_ratio")).isLessThan(FLAT);
    assertThat(figures.get("changes_ratio")).isLessThan(FLAT);
  }

  /** Connections with contents as long as those with two tokens of Intuit's. */
  private void fill(int first, int last) throws SQLException {
    postgres.execute(
        "INSERT INTO qbc_connection (record_id, connector, owner_id, company_id, revision, content,"
            + " key_id, due_at, changed_at)"
            + " SELECT encode(sha256(convert_to('owner ' || i, 'UTF8')), 'hex'), 'default',"
            + " 'owner ' || i, '93414' || i, 1, repeat(md5(i::text), 55), '2026-11', "
            + FIRST_DUE
            + " + i, 1 FROM generate_series("
            + first
            + ", "
            + last
            + ") i",
        "VACUUM ANALYZE qbc_connection",
        "CHECKPOINT");
  }

  private void measure(int rows) throws Exception {
    JdbcStore store = nodes.open(postgres.dataSource());
    put("lookup", rows, 3_000, () -> assertThat(store.find(anyId(rows))).isPresent());
    put(
        "page",
        rows,
        50,
        () -> {
          // Anywhere in the first half, so that a whole page follows among a thousand too.
          String after = HexFormat.of().toHexDigits((byte) random.nextInt(0x60));
          assertThat(store.list("default", Optional.of(after), PAGE)).hasSize(PAGE);
        });
    Instant due = Instant.ofEpochMilli(FIRST_DUE + MANY);
    put("due", rows, 50, () -> assertThat(store.due(due, PAGE)).hasSize(PAGE));
    long since = store.changes(0).next();
    put("changes", rows, 200, () -> assertThat(store.changes(since).revisions()).isEmpty());
    put(
        "start",
        rows,
        15,
        () -> {
          try (JdbcStore fresh = nodes.open(postgres.dataSource())) {
            assertThat(fresh.find(anyId(rows))).isPresent();
          }
        });
  }

  private String anyId(int rows) throws GeneralSecurityException {
    byte[] owner = ("owner " + (1 + random.nextInt(rows))).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(owner));
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  /** The median, after as many runs that do not count. */
  private void put(String what, int rows, int runs, Work work) throws Exception {
    long[] nanos = new long[runs];
    for (int i = -runs; i < runs; i++) {
      long begun = System.nanoTime();
      work.run();
      if (i >= 0) {
        nanos[i] = System.nanoTime() - begun;
      }
    }
    Arrays.sort(nanos);
    figures.put(what + "_us_" + rows, nanos[runs / 2] / 1_000.0);
  }
}
