package io.github.qbconnector.database;

import io.github.qbconnector.database.server.H2;
import java.sql.SQLException;

class H2SchemaIT extends SchemaPromises {
  H2SchemaIT() throws SQLException {
    super(H2.open());
  }

  /**
   * H2 copies a table to add a column: those who do it at the same time are in each other's way.
   */
  @Override
  int nodesAtOnce() {
    return 1;
  }
}
