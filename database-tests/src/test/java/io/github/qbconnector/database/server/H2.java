package io.github.qbconnector.database.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An H2 database in memory, which is there until it is discarded. */
public final class H2 implements TestDatabase {
  private final String url;
  private final Connection keepsTheDatabase;

  private H2(String url, Connection keepsTheDatabase) {
    this.url = url;
    this.keepsTheDatabase = keepsTheDatabase;
  }

  /** Opens a new one. */
  public static H2 open() throws SQLException {
    return open("REGULAR");
  }

  /** Opens a new one that does as another database would. */
  public static H2 open(String mode) throws SQLException {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=" + mode;
    return new H2(url, source(url).getConnection());
  }

  private static JdbcDataSource source(String url) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    return source;
  }

  @Override
  public DataSource dataSource() {
    return source(url);
  }

  @Override
  public DataSource dataSourceInZone(String offset) {
    return source(url + ";TIME ZONE=" + offset);
  }

  @Override
  public void discard() throws SQLException {
    keepsTheDatabase.close();
  }
}
