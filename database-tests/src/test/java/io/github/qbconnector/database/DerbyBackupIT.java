package io.github.qbconnector.database;

import io.github.qbconnector.database.server.Derby;
import io.github.qbconnector.simulator.QuickBooksSimulator;

class DerbyBackupIT extends BackupPromises {
  DerbyBackupIT(QuickBooksSimulator simulator) {
    super(new Derby(), simulator);
  }
}
