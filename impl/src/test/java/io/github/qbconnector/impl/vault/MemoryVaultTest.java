package io.github.qbconnector.impl.vault;

class MemoryVaultTest extends VaultContract {
  private final MemoryVault vault = new MemoryVault(clock);

  @Override
  ConnectionVault vault() {
    return vault;
  }

  @Override
  FlowVault flows() {
    return vault;
  }
}
