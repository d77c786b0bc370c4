package io.github.qbconnector.database;

import io.github.qbconnector.database.server.Postgres;
import io.github.qbconnector.database.server.Servers;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class PostgresBackupIT extends BackupPromises {
  PostgresBackupIT(Postgres postgres, QuickBooksSimulator simulator) {
    super(postgres, simulator);
  }
}
