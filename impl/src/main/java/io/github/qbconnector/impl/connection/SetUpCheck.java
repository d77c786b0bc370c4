package io.github.qbconnector.impl.connection;

import io.github.qbconnector.impl.vault.FlowVault;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notices, by the flows that browsers bring from other nodes, that nodes do not share a store. Says
 * so once, loudly.
 */
final class SetUpCheck {
  private static final System.Logger LOGGER = System.getLogger("io.github.qbconnector");

  /** The id of a key that is made at start says when that was. */
  private static final Pattern MEMORY_KEY = Pattern.compile("memory-([0-9a-z]{1,12})-.*");

  private final FlowVault vault;
  private final AtomicBoolean isTold = new AtomicBoolean();

  SetUpCheck(FlowVault vault) {
    this.vault = vault;
  }

  /** The name of this node's store, to travel with a flow. */
  String storeName() {
    return vault.storeName();
  }

  /** A flow was opened that began where this was the store's name. */
  void begunAt(String storeName) {
    String ours = vault.storeName();
    if (!ours.isEmpty() && !storeName.isEmpty() && !ours.equals(storeName)) {
      tell(
          "QBC0306: a connect flow has come here that began on a node with another store. Nodes of"
              + " one application must share one: point quickbooks.store.data-source to the same"
              + " database on all of them. Until then users will be asked to connect again and"
              + " again.");
    }
  }

  /** A flow came that cannot be opened: sealed with a key of this id, while ours has that one. */
  void sealedElsewhere(String keyId, String ownKeyId) {
    Matcher theirs = MEMORY_KEY.matcher(keyId);
    Matcher mine = MEMORY_KEY.matcher(ownKeyId);
    if (theirs.matches() && mine.matches() && isLater(theirs.group(1), mine.group(1))) {
      tell(
          "QBC0306: a connect flow has come here that began on another node, and both keep their"
              + " connections in memory of their own. More than one node needs quickbooks.store=jdbc"
              + " with a DataSource that all share. Until then users will be asked to connect again"
              + " and again.");
    }
  }

  /** A key that is older than ours may be our own from before a restart. */
  private static boolean isLater(String theirs, String mine) {
    return Long.parseLong(theirs, 36) > Long.parseLong(mine, 36);
  }

  private void tell(String message) {
    if (isTold.compareAndSet(false, true)) {
      LOGGER.log(System.Logger.Level.ERROR, message);
    }
  }
}
