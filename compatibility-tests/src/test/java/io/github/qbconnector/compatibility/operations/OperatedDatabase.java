package io.github.qbconnector.compatibility.operations;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of the shop, which nobody else reads or writes. */
final class OperatedDatabase {
  /** Of the user of the same name. */
  static final String PASSWORD = "shop-password";

  private OperatedDatabase() {}

  /** What a database administrator does once. */
  static void create(int port) {
    String url = "jdbc:postgresql://localhost:" + port + "/postgres";
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE shop LOGIN PASSWORD '" + PASSWORD + "'");
      statement.execute("CREATE DATABASE shop OWNER shop");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
