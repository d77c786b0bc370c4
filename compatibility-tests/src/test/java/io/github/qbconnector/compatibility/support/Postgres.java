package io.github.qbconnector.compatibility.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** A real PostgreSQL, in processes of its own, where the server's DataSources look for it. */
public final class Postgres implements AutoCloseable {
  private final EmbeddedPostgres server;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts the one that is there when applications are deployed. */
  static Postgres start() {
    return start("postgres", TestServer.number("compat.postgres.port"));
  }

  /** Starts the one that applications have waited for. */
  public static Postgres startLate() {
    return start("late-postgres", TestServer.number("compat.late-postgres.port"));
  }

  private static Postgres start(String name, int port) {
    try {
      Path folder = Files.createDirectories(TestServer.databases());
      Redirect log = Redirect.appendTo(folder.resolve(name + ".log").toFile());
      return new Postgres(
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(Files.createTempDirectory(folder, name))
              .setServerConfig("max_prepared_transactions", "10")
              .setOutputRedirector(log)
              .setErrorRedirector(log)
              .setPGStartupWait(Duration.ofSeconds(60))
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many sessions a DataSource has, which names itself to the database. */
  public long sessions(String application) {
    try (Connection connection = connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = ?")) {
      statement.setString(1, application);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A session of the tests themselves. */
  Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
