package io.github.qbconnector.impl.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tables, as numbered steps that are applied in order and never undone. A step only adds, so
 * that nodes of an older version go on working beside newer ones.
 */
final class Schema {
  /** Where the shipped steps lie; operations may apply them by themselves. */
  static final String FOLDER = "io/github/qbconnector/impl/store/schema/";

  /** One step: the version it leads to, its files' name, and queries that work afterwards. */
  record Step(int version, String file, List<String> probes) {}

  private static final Schema SHIPPED =
      new Schema(
          List.of(
              new Step(
                  1,
                  "1",
                  List.of(
                      "SELECT record_id, connector, owner_id, company_id, revision, content, key_id,"
                          + " due_at, evidence, evidence_at, changed_at FROM qbc_connection"
                          + " WHERE 1 = 0",
                      "SELECT lease_name, holder, ends_at FROM qbc_lease WHERE 1 = 0",
                      "SELECT value_name, content, expires_at FROM qbc_value WHERE 1 = 0",
                      "SELECT version FROM qbc_schema WHERE 1 = 0"))));

  private final List<Step> steps;

  Schema(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  static Schema shipped() {
    return SHIPPED;
  }

  /**
   * Sees to it that all steps are applied.
   *
   * @param variant of the files for this database
   * @throws SQLException that says what to do, if they are not and may not be
   */
  void require(Connection connection, String variant, boolean create) throws SQLException {
    long found = version(connection);
    for (Step step : steps) {
      if (step.version() <= found) {
        continue;
      }
      if (!create) {
        throw new SQLException(
            "The tables of QuickBooks connections are at version "
                + found
                + ", this connector needs version "
                + steps.get(steps.size() - 1).version()
                + ", and quickbooks.store.create-schema is false: apply "
                + FOLDER
                + fileOf(step, variant)
                + " of the connector's jar.",
            "42S02");
      }
      apply(connection, step, variant);
    }
  }

  private static long version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT MAX(version) FROM qbc_schema")) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException e) {
      if (isMissing(e)) {
        undoFailure(connection);
        return 0;
      }
      throw e;
    }
  }

  /** Class 42 is "syntax or access rule": the table is not there. All else is an outage. */
  private static boolean isMissing(SQLException e) {
    String state = Objects.requireNonNullElse(e.getSQLState(), "");
    return state.startsWith("42") || state.equals("S0002");
  }

  /**
   * Another node may be doing the same, and one that was killed may have left a part: whatever
   * cannot be created counts as there, if in the end everything answers.
   */
  private static void apply(Connection connection, Step step, String variant) throws SQLException {
    SQLException first = null;
    for (String statement : statements("schema/" + fileOf(step, variant))) {
      first = execute(connection, statement, first);
    }
    for (String probe : step.probes()) {
      SQLException failure = execute(connection, probe, null);
      if (failure != null) {
        throw first == null ? failure : first;
      }
    }
    if (version(connection) < step.version()) {
      throw first == null
          ? new SQLException(
              "qbc_schema is not at version " + step.version() + " after its file was applied",
              "58000")
          : first;
    }
  }

  private static @Nullable SQLException execute(
      Connection connection, String sql, @Nullable SQLException before) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      boolean unused = statement.execute(sql);
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
      return before;
    } catch (SQLException e) {
      undoFailure(connection);
      return before == null ? e : before;
    }
  }

  /** Some databases do nothing more in a transaction in which something has failed. */
  private static void undoFailure(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
    }
  }

  private static String fileOf(Step step, String variant) {
    return step.file() + variant + ".sql";
  }

  private static List<String> statements(String resource) {
    try (InputStream in = Schema.class.getResourceAsStream(resource)) {
      String text =
          new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.replaceAll("(?m)^--.*$", "").split(";"))
          .map(String::strip)
          .filter(s -> !s.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
