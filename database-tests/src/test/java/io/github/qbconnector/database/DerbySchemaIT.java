package io.github.qbconnector.database;

import io.github.qbconnector.database.server.Derby;

class DerbySchemaIT extends SchemaPromises {
  DerbySchemaIT() {
    super(new Derby());
  }

  /** Derby lets those who create tables at the same time wait for each other, in vain. */
  @Override
  int nodesAtOnce() {
    return 1;
  }
}
