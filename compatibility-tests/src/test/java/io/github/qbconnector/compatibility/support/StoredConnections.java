package io.github.qbconnector.compatibility.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The connections of an application that has a schema of PostgreSQL for itself. They are looked at
 * past the server, so that looking is no use of the application.
 */
public final class StoredConnections {
  /** The JNDI name of the DataSource that leads there. */
  public static final String DATA_SOURCE = "jdbc/apart";

  private static final String SCHEMA = "apart";
  private static final Pattern GENERATION = Pattern.compile("\"generation\":(\\d+)");

  private final Postgres postgres;

  private StoredConnections(Postgres postgres) {
    this.postgres = postgres;
  }

  /** None so far: not even the tables are there. */
  public static StoredConnections none(Postgres postgres) {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
      statement.execute("CREATE SCHEMA " + SCHEMA);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new StoredConnections(postgres);
  }

  /** How many are sealed with which key. */
  public Map<String, Long> byKey() {
    try (Connection connection = postgres.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT key_id, COUNT(*) FROM apart.qbc_connection GROUP BY key_id");
        ResultSet rows = statement.executeQuery()) {
      Map<String, Long> found = new TreeMap<>();
      while (rows.next()) {
        found.put(rows.getString(1), rows.getLong(2));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All of an owner's that every write changes. */
  public String row(String owner) {
    try (Connection connection = postgres.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT revision, changed_at, key_id, content FROM apart.qbc_connection"
                    + " WHERE owner_id = ?")) {
      statement.setString(1, owner);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return String.join(
            " ", row.getString(1), row.getString(2), row.getString(3), row.getString(4));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How often an owner's tokens were stored. */
  public long generation(String owner) {
    Matcher found = GENERATION.matcher(row(owner));
    if (!found.find()) {
      throw new IllegalStateException("The record of " + owner + " tells no generation.");
    }
    return Long.parseLong(found.group(1));
  }
}
