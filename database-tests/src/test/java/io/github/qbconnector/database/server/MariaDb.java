package io.github.qbconnector.database.server;

import java.sql.DriverManager;
import javax.sql.DataSource;

/** A database on a MariaDB server. */
public final class MariaDb implements TestDatabase {
  private final String address;

  MariaDb(int port, String name) {
    this.address = "://localhost:" + port + "/" + name;
  }

  @Override
  public DataSource dataSource() {
    return (ConnectionSource)
        () -> DriverManager.getConnection("jdbc:mariadb" + address, "root", "");
  }

  /** The same database by the driver of MySQL. */
  public DataSource byMySqlDriver() {
    return (ConnectionSource) () -> DriverManager.getConnection("jdbc:mysql" + address, "root", "");
  }

  @Override
  public DataSource dataSourceInZone(String offset) {
    String variable = "?sessionVariables=time_zone='" + offset + "'";
    return (ConnectionSource)
        () -> DriverManager.getConnection("jdbc:mariadb" + address + variable, "root", "");
  }
}
