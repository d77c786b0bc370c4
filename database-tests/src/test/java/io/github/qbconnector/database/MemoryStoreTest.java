package io.github.qbconnector.database;

import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.spi.ConnectionStore;
import io.github.qbconnector.store.contract.ConnectionStoreContract;
import java.time.Clock;

/** The store in memory keeps the same contract; it has one node only. */
class MemoryStoreTest extends ConnectionStoreContract {
  private final MemoryStore store = new MemoryStore(Clock.systemUTC());

  @Override
  protected ConnectionStore openEmpty() {
    return store;
  }

  @Override
  protected ConnectionStore openAnotherNode() {
    return store;
  }
}
