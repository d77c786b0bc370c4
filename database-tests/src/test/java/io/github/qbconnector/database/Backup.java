package io.github.qbconnector.database;

import io.github.qbconnector.database.server.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the connector's tables as they were at one moment. */
record Backup(List<Table> tables) {
  private static final List<String> NAMES =
      List.of("qbc_connection", "qbc_lease", "qbc_value", "qbc_schema");

  private record Column(String name, int type) {}

  private record Table(String name, List<Column> columns, List<List<@Nullable Object>> rows) {}

  /** Takes one. */
  static Backup of(TestDatabase database) throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String name : NAMES) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + name)) {
          tables.add(read(name, rows));
        }
      }
    }
    return new Backup(tables);
  }

  private static Table read(String name, ResultSet rows) throws SQLException {
    ResultSetMetaData found = rows.getMetaData();
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= found.getColumnCount(); i++) {
      columns.add(new Column(found.getColumnName(i), found.getColumnType(i)));
    }
    List<List<@Nullable Object>> all = new ArrayList<>();
    while (rows.next()) {
      List<@Nullable Object> row = new ArrayList<>();
      for (int i = 1; i <= columns.size(); i++) {
        row.add(rows.getObject(i));
      }
      all.add(row);
    }
    return new Table(name, columns, all);
  }

  /** Restores it in place of what is there by now. */
  void restore(TestDatabase database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      for (Table table : tables) {
        restore(connection, table);
      }
      connection.commit();
    }
  }

  private static void restore(Connection connection, Table table) throws SQLException {
    String columns = String.join(", ", table.columns().stream().map(Column::name).toList());
    String values = String.join(", ", Collections.nCopies(table.columns().size(), "?"));
    try (Statement statement = connection.createStatement();
        PreparedStatement insertion =
            connection.prepareStatement(
                "INSERT INTO " + table.name() + " (" + columns + ") VALUES (" + values + ")")) {
      statement.execute("DELETE FROM " + table.name());
      for (List<@Nullable Object> row : table.rows()) {
        for (int i = 0; i < row.size(); i++) {
          insertion.setObject(i + 1, row.get(i), table.columns().get(i).type());
        }
        insertion.executeUpdate();
      }
    }
  }
}
