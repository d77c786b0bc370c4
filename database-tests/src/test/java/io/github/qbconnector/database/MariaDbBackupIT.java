package io.github.qbconnector.database;

import io.github.qbconnector.database.server.MariaDb;
import io.github.qbconnector.database.server.Servers;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.class)
class MariaDbBackupIT extends BackupPromises {
  MariaDbBackupIT(MariaDb mariaDb, QuickBooksSimulator simulator) {
    super(mariaDb, simulator);
  }
}
