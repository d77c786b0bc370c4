package io.github.qbconnector.compatibility.app.transactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The DataSource that the application and the connector's store share. */
@ApplicationScoped
public class CallersDatabase {
  @Inject
  @ConfigProperty(name = "quickbooks.store.data-source")
  private String name;

  /** A connection of the pool; in a transaction, if the caller is in one. */
  @SuppressWarnings("BanJNDI") // the name is ours
  public Connection connect() throws SQLException {
    NamingException absent = new NamingException(name);
    for (String prefix : List.of("", "java:/", "openejb:Resource/")) {
      try {
        DataSource found = InitialContext.doLookup(prefix + name);
        return found.getConnection();
      } catch (NamingException e) {
        absent = e;
      }
    }
    throw new SQLException("The server has no DataSource " + name, absent);
  }

  /** Sees to the table of the application's own work, which other WARs may have made already. */
  public void createTable() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE callers_work (done_for VARCHAR(80) NOT NULL)");
    } catch (SQLException e) {
      long unused = rows("nobody"); // fails if it is not there after all
    }
  }

  /** Work of the caller's own, in its transaction. */
  public void work(Connection connection, String owner) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO callers_work (done_for) VALUES (?)")) {
      statement.setString(1, owner);
      statement.executeUpdate();
    }
  }

  /** How much of that work is there. */
  public long rows(String owner) throws SQLException {
    return Long.parseLong(text("SELECT COUNT(*) FROM callers_work WHERE done_for = ?", owner));
  }

  /** The record of a connection, as the store has it. */
  public String record(String owner) throws SQLException {
    return text("SELECT content FROM qbc_connection WHERE owner_id = ?", owner);
  }

  private String text(String sql, String about) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, about);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }
}
