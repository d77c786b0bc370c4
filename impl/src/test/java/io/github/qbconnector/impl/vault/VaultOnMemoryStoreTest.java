package io.github.qbconnector.impl.vault;

import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.spi.ConnectionStore;

class VaultOnMemoryStoreTest extends VaultPromises {
  private final MemoryStore store = new MemoryStore(clock);

  @Override
  ConnectionStore store() {
    return store;
  }

  @Override
  void letPass(java.time.Duration time) {
    clock.advance(time);
  }
}
