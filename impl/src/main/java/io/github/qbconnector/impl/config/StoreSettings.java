package io.github.qbconnector.impl.config;

import io.github.qbconnector.impl.crypto.EncryptionKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The store of connections.
 *
 * @param dataSource the JNDI name; {@code null} for the memory store
 * @param keys the first one seals; empty only for the memory store
 */
public record StoreSettings(
    @Nullable String dataSource, boolean createSchema, List<EncryptionKey> keys, int cacheSize) {

  public boolean isJdbc() {
    return dataSource != null;
  }
}
