package io.github.qbconnector.database;

import io.github.qbconnector.database.server.H2;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import java.sql.SQLException;

class H2BackupIT extends BackupPromises {
  H2BackupIT(QuickBooksSimulator simulator) throws SQLException {
    super(H2.open(), simulator);
  }
}
