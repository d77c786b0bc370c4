package io.github.qbconnector.compatibility.app.keys;

import io.github.qbconnector.StoreKeys;
import java.util.Map;
import java.util.TreeMap;

/** What an administrator's page would show of the store's keys. */
record ToldKeys(String sealing, Map<String, Long> usage) {

  static ToldKeys by(StoreKeys keys) {
    return new ToldKeys(keys.sealing(), new TreeMap<>(keys.usage()));
  }

  String text() {
    return sealing + " seals, in use are " + usage;
  }
}
