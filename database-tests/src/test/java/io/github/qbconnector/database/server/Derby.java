package io.github.qbconnector.database.server;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

/** A Derby database in memory. */
public final class Derby implements TestDatabase {
  private final String name = "memory:" + UUID.randomUUID();

  @Override
  public DataSource dataSource() {
    EmbeddedDataSource source = new EmbeddedDataSource();
    source.setDatabaseName(name);
    source.setCreateDatabase("create");
    return source;
  }

  @Override
  public void discard() throws SQLException {
    try {
      DriverManager.getConnection("jdbc:derby:" + name + ";drop=true").close();
    } catch (SQLException e) {
      // How Derby says that the database is dropped.
      if (!"08006".equals(e.getSQLState())) {
        throw e;
      }
    }
  }
}
