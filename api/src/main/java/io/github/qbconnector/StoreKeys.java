package io.github.qbconnector;

import java.util.Map;

/**
 * Which encryption keys the stored connections are sealed with, for operators who rotate them:
 * inject it where an administrator's page is made. An older key may be removed from {@code
 * quickbooks.store.encryption-keys} once no connection is sealed with it. Safe for use by many
 * threads.
 */
@Experimental
public interface StoreKeys {

  /**
   * The key that seals what is written from now on.
   *
   * @return its id, the first in {@code quickbooks.store.encryption-keys}; one that begins with
   *     {@code memory-} if connections are in memory and no key is configured; empty if the
   *     connector is switched off
   */
  String sealing();

  /**
   * How many connections are sealed with which key, ids of keys that are no longer configured
   * included. Counts all connections of all connectors: blocks for one query of the whole table, at
   * most 20 seconds.
   *
   * @return numbers by key id; keys that seal nothing are missing
   * @throws io.github.qbconnector.error.ProviderUnavailableException if the store does not answer
   */
  Map<String, Long> usage();
}
