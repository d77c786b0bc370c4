package io.github.qbconnector.database;

import io.github.qbconnector.database.server.H2;
import java.sql.SQLException;

class H2StoreIT extends JdbcStoreContract {
  H2StoreIT() throws SQLException {
    super(H2.open());
  }
}
