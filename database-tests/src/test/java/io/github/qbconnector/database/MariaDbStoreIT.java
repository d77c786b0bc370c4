package io.github.qbconnector.database;

import io.github.qbconnector.database.server.MariaDb;
import io.github.qbconnector.database.server.Servers;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class MariaDbStoreIT extends JdbcStoreContract {
  MariaDbStoreIT(MariaDb mariaDb) {
    super(mariaDb);
  }
}
