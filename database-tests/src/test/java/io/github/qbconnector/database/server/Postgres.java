package io.github.qbconnector.database.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server of our own, which can be stopped and started again with its data. */
public final class Postgres implements TestDatabase, AutoCloseable {
  /** How the sessions of stores are told from those of tests. */
  private static final String STORE = "store";

  private final ServerFolder folder;
  private final int port;
  private @Nullable EmbeddedPostgres server;

  private Postgres(ServerFolder folder, EmbeddedPostgres server) {
    this.folder = folder;
    this.port = server.getPort();
    this.server = server;
  }

  /** Starts one with data below this folder. */
  public static Postgres start(Path target) {
    ServerFolder folder = ServerFolder.below(target, "postgres");
    try {
      return new Postgres(folder, start(folder.path(), 0));
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
  public void start() throws IOException {
    if (server == null) {
      server = start(folder.path(), port);
    }
  }

  /** Stops the server as its operators do; it ends all sessions. */
  public void stop() throws IOException {
    EmbeddedPostgres running = server;
    server = null;
    if (running != null) {
      running.close();
    }
  }

  @Override
  public DataSource dataSource() {
    return sessions("");
  }

  @Override
  public DataSource dataSourceInZone(String offset) {
    // PostgreSQL reads offsets as POSIX does: what is ahead of Greenwich is negative.
    String posix = (offset.startsWith("+") ? "-" : "+") + offset.substring(1);
    return sessions("-c TimeZone=" + posix);
  }

  private PGSimpleDataSource sessions(String options) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"localhost"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName("postgres");
    source.setUser("postgres");
    source.setApplicationName(STORE);
    if (!options.isEmpty()) {
      source.setOptions(options);
    }
    return source;
  }

  /** Connections of tests, which no test of failures strikes. */
  public Connection connect() throws SQLException {
    PGSimpleDataSource source = sessions("");
    source.setApplicationName("test");
    return source.getConnection();
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
                "SELECT pid FROM pg_stat_activity WHERE application_name = '" + STORE + "'")) {
      List<Long> pids = new ArrayList<>();
      while (rows.next()) {
        pids.add(rows.getLong(1));
      }
      return pids;
    }
  }

  @Override
  public void close() throws IOException {
    stop();
    folder.delete();
  }
}
