package io.github.qbconnector.impl.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * Runs single statements, each committed by itself, and sees to the schema before the first. Every
 * statement has a time limit.
 */
public final class Database implements AutoCloseable {
  /** A parameter: no number. Drivers want to know the type of what is missing. */
  static final Object NO_NUMBER = new Object();

  private static final int STATEMENT_SECONDS = 10;
  private static final int TURNS = 5;

  /** Reads what a query found. */
  @FunctionalInterface
  interface RowReader<T extends @Nullable Object> {
    T read(ResultSet rows) throws SQLException;
  }

  private final Workplace workplace;
  private final Schema schema;
  private final boolean createSchema;
  private volatile @Nullable Dialect dialect;

  /**
   * @param createSchema whether to create and migrate the tables at first use
   */
  public Database(Workplace workplace, boolean createSchema) {
    this(workplace, createSchema, Schema.shipped());
  }

  Database(Workplace workplace, boolean createSchema, Schema schema) {
    this.workplace = workplace;
    this.createSchema = createSchema;
    this.schema = schema;
  }

  /** What to write in statements; sees to the schema first. */
  Dialect dialect() {
    Dialect known = dialect;
    return known == null ? inspected() : known;
  }

  private synchronized Dialect inspected() {
    Dialect known = dialect;
    if (known == null) {
      known = run(this::inspect);
      dialect = known;
    }
    return known;
  }

  private Dialect inspect(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    Dialect found = Dialect.of(product);
    if (found == null) {
      throw new SQLException(
          product
              + " is not known to the connector: use PostgreSQL, MariaDB, MySQL, H2, Derby, Oracle,"
              + " SQL Server or Db2, or bring a ConnectionStore of your own.",
          "0A000");
    }
    schema.require(connection, found.schemaVariant(), createSchema);
    return found;
  }

  /** Runs a query. */
  <T extends @Nullable Object> T query(
      String sql, RowReader<T> reader, @Nullable Object... parameters) {
    return run(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, parameters);
              ResultSet rows = statement.executeQuery()) {
            return reader.read(rows);
          }
        });
  }

  /** How many rows a statement has changed. */
  int update(String sql, @Nullable Object... parameters) {
    return run(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
          }
        });
  }

  /** Inserts a row; {@code false} if a row of the same primary key is there. */
  boolean insertUnlessPresent(String sql, @Nullable Object... parameters) {
    return run(
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

  /** All of class 23, integrity: the tables have no other rule than their primary keys. */
  private static boolean isDuplicate(SQLException e) {
    String state = e.getSQLState();
    return state != null && state.startsWith("23");
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      statement.setQueryTimeout(STATEMENT_SECONDS);
      for (int i = 0; i < parameters.length; i++) {
        bind(statement, i + 1, parameters[i]);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value instanceof Long number) {
      statement.setLong(index, number);
    } else if (value == NO_NUMBER) {
      statement.setNull(index, Types.BIGINT);
    } else {
      statement.setString(index, (String) value);
    }
  }

  private <T extends @Nullable Object> T run(SqlWork<T> work) {
    for (int turn = 1; ; turn++) {
      try {
        return workplace.run(work);
      } catch (SQLException e) {
        if (turn == TURNS || !isRolledBack(e)) {
          throw unavailable(e);
        }
      }
    }
  }

  /** Class 40: the database chose this one to give way, and has certainly done nothing. */
  private static boolean isRolledBack(SQLException e) {
    String state = e.getSQLState();
    return state != null && state.startsWith("40") && !state.equals("40003");
  }

  private static StoreUnavailableException unavailable(SQLException e) {
    return new StoreUnavailableException(
        "The database of QuickBooks connections does not do what it is asked (SQL state "
            + e.getSQLState()
            + ").",
        e);
  }

  @Override
  public void close() {
    workplace.close();
  }
}
