package io.github.qbconnector.database;

import io.github.qbconnector.database.server.Derby;

class DerbyStoreIT extends JdbcStoreContract {
  DerbyStoreIT() {
    super(new Derby());
  }
}
