package io.github.qbconnector.database.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server of our own, which can be stopped and started again with its data. */
final class PostgresServer implements AutoCloseable {
  private final ServerFolder folder;
  private final int port;
  private @Nullable EmbeddedPostgres server;

  private PostgresServer(ServerFolder folder, EmbeddedPostgres server) {
    this.folder = folder;
    this.port = server.getPort();
    this.server = server;
  }

  /** Starts one with data below this folder. */
  static PostgresServer start(Path target) {
    ServerFolder folder = ServerFolder.below(target, "postgres");
    try {
      return new PostgresServer(folder, start(folder.path(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres start(Path data, int port) throws IOException {
    Redirect log = Redirect.appendTo(data.resolveSibling("postgres.log").toFile());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            .setPGStartupWait(Duration.ofSeconds(60));
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  /** Starts again what was stopped. */
  synchronized void start() throws IOException {
    if (server == null) {
      server = start(folder.path(), port);
    }
  }

  /** Stops the server as its operators do; it ends all sessions. */
  synchronized void stop() throws IOException {
    EmbeddedPostgres running = server;
    server = null;
    if (running != null) {
      running.close();
    }
  }

  /** Makes a new database on it. */
  Postgres create(String database) {
    try (Connection connection = sessions("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not make a database", e);
    }
    return new Postgres(this, database);
  }

  PGSimpleDataSource sessions(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"localhost"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser("postgres");
    return source;
  }

  @Override
  public void close() throws IOException {
    stop();
    folder.delete();
  }
}
