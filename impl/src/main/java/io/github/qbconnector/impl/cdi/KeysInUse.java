package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.StoreKeys;
import io.github.qbconnector.impl.connection.StoreFailure;
import io.github.qbconnector.impl.vault.KeyRotation;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import java.time.Clock;
import java.util.Map;

/** The keys as applications see them. */
record KeysInUse(KeyRotation rotation, Clock clock) implements StoreKeys {

  @Override
  public String sealing() {
    return rotation.keyId();
  }

  @Override
  public Map<String, Long> usage() {
    try {
      return Map.copyOf(rotation.keyUsage());
    } catch (VaultUnavailableException e) {
      throw StoreFailure.of(e, clock.instant());
    }
  }
}
