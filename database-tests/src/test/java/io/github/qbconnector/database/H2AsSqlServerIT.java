package io.github.qbconnector.database;

import io.github.qbconnector.database.server.H2;
import io.github.qbconnector.database.server.TestDatabase;
import java.sql.SQLException;

/**
 * H2 with the types of SQL Server and the tables shipped for it. That proves the file and the
 * types, not SQL Server.
 */
class H2AsSqlServerIT extends JdbcStoreContract {
  H2AsSqlServerIT() throws SQLException {
    super(H2.open("MSSQLServer"));
  }

  @Override
  void createTables(TestDatabase empty) throws SQLException {
    empty.execute(
        ShippedFile.firstVersion("-sqlserver").statements().stream()
            // H2 compares exactly, and has no collations of columns.
            .map(statement -> statement.replace("COLLATE Latin1_General_100_BIN2", ""))
            .toArray(String[]::new));
  }
}
