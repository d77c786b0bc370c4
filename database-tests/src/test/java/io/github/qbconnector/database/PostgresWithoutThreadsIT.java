package io.github.qbconnector.database;

import io.github.qbconnector.database.server.Postgres;
import io.github.qbconnector.database.server.Servers;
import io.github.qbconnector.spi.ConnectionStore;
import org.junit.jupiter.api.extension.ExtendWith;

/** On servers that lend no threads the callers do the work themselves. */
@ExtendWith(Servers.class)
class PostgresWithoutThreadsIT extends JdbcStoreContract {
  PostgresWithoutThreadsIT(Postgres postgres) {
    super(postgres);
  }

  @Override
  protected ConnectionStore openAnotherNode() {
    return opened().openWithoutThreads(source());
  }
}
