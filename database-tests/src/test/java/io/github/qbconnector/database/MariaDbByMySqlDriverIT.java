package io.github.qbconnector.database;

import io.github.qbconnector.database.server.MariaDb;
import io.github.qbconnector.database.server.Servers;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class MariaDbByMySqlDriverIT extends JdbcStoreContract {
  private final MariaDb mariaDb;

  MariaDbByMySqlDriverIT(MariaDb mariaDb) {
    super(mariaDb);
    this.mariaDb = mariaDb;
  }

  @Override
  DataSource source() {
    return mariaDb.byMySqlDriver();
  }
}
