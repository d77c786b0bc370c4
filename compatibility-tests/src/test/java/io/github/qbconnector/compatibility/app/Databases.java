package io.github.qbconnector.compatibility.app;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** The server's DataSource, by the names servers know it under. */
public final class Databases {
  private static final String NAME = "jdbc/quickbooks";

  private Databases() {}

  /** Runs a statement that changes something. */
  public static void run(String sql) throws SQLException {
    try (Connection connection = find().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs a query that answers one number. */
  public static long number(String sql) throws SQLException {
    try (Connection connection = find().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Runs a query about one thing that answers one text. */
  public static String text(String sql, String about) throws SQLException {
    try (Connection connection = find().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, about);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  @SuppressWarnings("BanJNDI") // the name is ours
  private static DataSource find() throws SQLException {
    NamingException absent = new NamingException(NAME);
    for (String prefix : List.of("", "java:/", "openejb:Resource/")) {
      try {
        return InitialContext.doLookup(prefix + NAME);
      } catch (NamingException e) {
        absent = e;
      }
    }
    throw new SQLException("The server has no DataSource " + NAME, absent);
  }
}
