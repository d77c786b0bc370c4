package io.github.qbconnector.impl.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs single statements, each in a transaction of its own, on the server's DataSource, and sees to
 * the schema before the first. Every statement has a time limit; no connection outlives a call.
 */
public final class Database {
  /** The DDL that operations may apply themselves. */
  public static final String SCHEMA = "schema.sql";

  private static final int SECONDS = 20;

  /** Runs work where no transaction of the caller is active. */
  @FunctionalInterface
  public interface OwnTransaction {
    <T extends @Nullable Object> T run(Supplier<T> work);
  }

  /** Reads what a query found. */
  @FunctionalInterface
  public interface RowReader<T extends @Nullable Object> {
    T read(ResultSet rows) throws SQLException;
  }

  @FunctionalInterface
  private interface Work<T extends @Nullable Object> {
    T on(Connection connection) throws SQLException;
  }

  private final Supplier<DataSource> dataSource;
  private final boolean createSchema;
  private final OwnTransaction ownTransaction;
  private volatile boolean schemaChecked;

  /**
   * @param dataSource looks the DataSource up, when it is needed and not before
   * @param createSchema whether to create missing tables at first use
   */
  public Database(
      Supplier<DataSource> dataSource, boolean createSchema, OwnTransaction ownTransaction) {
    this.dataSource = dataSource;
    this.createSchema = createSchema;
    this.ownTransaction = ownTransaction;
  }

  <T extends @Nullable Object> T query(String sql, RowReader<T> reader, Object... parameters) {
    return firstRows(sql, 0, reader, parameters);
  }

  /** As {@link #query}, fetching no more than so many rows; 0 for all. */
  <T extends @Nullable Object> T firstRows(
      String sql, int maxRows, RowReader<T> reader, Object... parameters) {
    return inTransaction(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.setMaxRows(maxRows);
            try (ResultSet rows = statement.executeQuery()) {
              return reader.read(rows);
            }
          }
        });
  }

  int update(String sql, @Nullable Object... parameters) {
    return inTransaction(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
          }
        });
  }

  /** Inserts a row; {@code false} if a row of the same primary key is there. */
  boolean insertUnlessPresent(String sql, @Nullable Object... parameters) {
    return inTransaction(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate() == 1;
          } catch (SQLException e) {
            if (isDuplicate(e)) {
              return false;
            }
            throw e;
          }
        });
  }

  private static boolean isDuplicate(SQLException e) {
    String state = e.getSQLState();
    return state != null && state.startsWith("23");
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      statement.setQueryTimeout(SECONDS);
      for (int i = 0; i < parameters.length; i++) {
        Object value = parameters[i];
        if (value instanceof Long number) {
          statement.setLong(i + 1, number);
        } else {
          statement.setString(i + 1, (String) value);
        }
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private <T extends @Nullable Object> T inTransaction(Work<T> work) {
    return ownTransaction.run(
        () -> {
          try {
            if (!schemaChecked) {
              checkSchema();
            }
            return onConnection(work);
          } catch (SQLException e) {
            throw new VaultUnavailableException(
                "The database of QuickBooks connections does not do what it is asked (SQL state "
                    + e.getSQLState()
                    + ").",
                e);
          }
        });
  }

  private <T extends @Nullable Object> T onConnection(Work<T> work) throws SQLException {
    try (Connection connection = dataSource.get().getConnection()) {
      boolean wasAutoCommit = connection.getAutoCommit();
      if (wasAutoCommit) {
        return work.on(connection);
      }
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private synchronized void checkSchema() throws SQLException {
    if (schemaChecked) {
      return;
    }
    if (!tablesExist()) {
      if (!createSchema) {
        throw new SQLException(
            "The tables qbc_connection and qbc_flow are missing and quickbooks.store.create-schema"
                + " is false: apply io/github/qbconnector/impl/vault/"
                + SCHEMA,
            "42S02");
      }
      try {
        onConnection(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                for (String ddl : ddl()) {
                  statement.execute(ddl);
                }
              }
              return true;
            });
      } catch (SQLException e) {
        // Another node may have been faster; if the tables are there now, all is well.
        if (!tablesExist()) {
          throw e;
        }
      }
    }
    schemaChecked = true;
  }

  private boolean tablesExist() throws SQLException {
    return onConnection(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet first =
                  statement.executeQuery("SELECT generation FROM qbc_connection WHERE 1 = 0")) {
            first.next();
            return true;
          } catch (SQLException e) {
            String state = Objects.requireNonNullElse(e.getSQLState(), "");
            // Class 42 is "syntax or access rule": the table is not there. All else is an outage.
            if (state.startsWith("42")) {
              return false;
            }
            throw e;
          }
        });
  }

  private static String[] ddl() {
    try (InputStream in = Database.class.getResourceAsStream(SCHEMA)) {
      String text =
          new String(
              Objects.requireNonNull(in, "schema.sql is in this jar").readAllBytes(),
              StandardCharsets.UTF_8);
      return Arrays.stream(text.replaceAll("(?m)^--.*$", "").split(";"))
          .map(String::trim)
          .filter(s -> !s.isEmpty())
          .toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
