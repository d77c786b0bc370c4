package io.github.qbconnector.database;

import io.github.qbconnector.database.server.H2;
import io.github.qbconnector.database.server.TestDatabase;
import java.sql.SQLException;

/**
 * H2 with the types of Oracle and the tables shipped for it. That proves the file and the types,
 * not Oracle.
 */
class H2AsOracleIT extends JdbcStoreContract {
  H2AsOracleIT() throws SQLException {
    super(H2.open("Oracle"));
  }

  @Override
  void createTables(TestDatabase empty) throws SQLException {
    empty.execute(ShippedFile.firstVersion("-oracle").statements().toArray(String[]::new));
  }
}
