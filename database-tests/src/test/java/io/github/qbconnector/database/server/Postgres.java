package io.github.qbconnector.database.server;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database on a PostgreSQL server, and the server as far as a test may strike it. */
public final class Postgres implements TestDatabase {
  /** How the sessions of stores are told from those of tests. */
  private static final String STORE = "store";

  private final PostgresServer server;
  private final String name;

  Postgres(PostgresServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /** What the database is called in statements. */
  public String name() {
    return name;
  }

  /** Starts the server again after it was stopped. */
  public void start() throws IOException {
    server.start();
  }

  /** Stops the server, with the databases of all other tests on it. */
  public void stop() throws IOException {
    server.stop();
  }

  @Override
  public DataSource dataSource() {
    return sessions(STORE);
  }

  @Override
  public DataSource dataSourceInZone(String offset) {
    // PostgreSQL reads offsets as POSIX does: what is ahead of Greenwich is negative.
    String posix = (offset.startsWith("+") ? "-" : "+") + offset.substring(1);
    PGSimpleDataSource source = sessions(STORE);
    source.setOptions("-c TimeZone=" + posix);
    return source;
  }

  private PGSimpleDataSource sessions(String application) {
    PGSimpleDataSource source = server.sessions(name);
    source.setApplicationName(application);
    return source;
  }

  /** Connections of tests, which no test of failures strikes. */
  public Connection connect() throws SQLException {
    return sessions("test").getConnection();
  }

  @Override
  public void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The processes that serve the sessions of stores. */
  public List<Long> backends() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT pid FROM pg_stat_activity WHERE application_name = '"
                    + STORE
                    + "' AND datname = '"
                    + name
                    + "'")) {
      List<Long> pids = new ArrayList<>();
      while (rows.next()) {
        pids.add(rows.getLong(1));
      }
      return pids;
    }
  }
}
