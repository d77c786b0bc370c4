package io.github.qbconnector.database.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** A database to test on, reached without a pool. */
public interface TestDatabase {
  /** The tables of the connector, and one of a later version. */
  List<String> TABLES =
      List.of("qbc_connection", "qbc_lease", "qbc_value", "qbc_schema", "qbc_later");

  /** Opens a new connection at each call. */
  DataSource dataSource();

  /**
   * Opens connections whose sessions are in another time zone, as a node's may be whose machine is
   * set up wrongly.
   *
   * @param offset such as {@code +01:00}
   */
  default DataSource dataSourceInZone(String offset) {
    return dataSource();
  }

  /** Runs statements, each committed by itself. */
  default void execute(String... statements) throws SQLException {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Leaves a database as it is before the connector first sees it. */
  default void dropTables() throws SQLException {
    for (String table : TABLES) {
      try {
        execute("DROP TABLE " + table);
      } catch (SQLException e) {
        String state = String.valueOf(e.getSQLState());
        // Class 42: there is no such table.
        if (!state.startsWith("42")) {
          throw e;
        }
      }
    }
  }

  /** Throws a database away that is for one test only; leaves a server's alone. */
  default void discard() throws SQLException {}
}
