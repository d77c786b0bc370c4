package io.github.qbconnector.compatibility.operations;

import io.github.qbconnector.compatibility.support.OneForAllTests;

/** Sees to it that the server of operations runs, one for all tests. */
final class WithOperatedServer extends OneForAllTests<OperatedServer> {

  WithOperatedServer() {
    super(OperatedServer.class);
  }

  @Override
  protected OperatedServer start() {
    int databasePort = Integer.parseInt(Place.property("compat.postgres.port"));
    OperatedDatabase.create(databasePort);
    return OperatedServer.start(databasePort);
  }
}
