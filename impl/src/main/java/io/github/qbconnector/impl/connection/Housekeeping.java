package io.github.qbconnector.impl.connection;

import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.impl.vault.ConnectionVault;
import io.github.qbconnector.impl.vault.KeyRotation;
import io.github.qbconnector.impl.vault.KeyRotation.Resealed;
import io.github.qbconnector.impl.vault.Lease;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is done for all connections though nobody asks: keeping idle ones alive, and sealing again
 * what is sealed with an older key. One node at a time, one connection after another.
 */
public final class Housekeeping {
  private static final Duration PAUSE = Duration.ofHours(1);
  private static final Duration LEASE = Duration.ofMinutes(20);

  /** A round ends with this much of its lease left: as long as one renewal may take. */
  private static final Duration REST = Duration.ofMinutes(5);

  private static final int PAGE = 100;

  /** So many failures in a row mean that the provider is down, not one connection. */
  private static final int DISCOURAGING = 5;

  private final ConnectionVault vault;
  private final KeyRotation keys;
  private final Map<String, KeepAlive> keepers;
  private final Clock clock;
  private final AtomicLong lastRound = new AtomicLong();

  /**
   * @param keepers by connector, for those whose connections lapse
   */
  public Housekeeping(
      ConnectionVault vault, KeyRotation keys, Map<String, KeepAlive> keepers, Clock clock) {
    this.vault = vault;
    this.keys = keys;
    this.keepers = Map.copyOf(keepers);
    this.clock = clock;
  }

  /** Does a round, unless this node did one within the hour. */
  public void runIfDue() {
    long now = clock.millis();
    long last = lastRound.get();
    if (Math.abs(now - last) > PAUSE.toMillis() && lastRound.compareAndSet(last, now)) {
      run();
    }
  }

  /** Does a round now, unless another node is at it. */
  public void run() {
    try (Lease lease = vault.lease("housekeeping", LEASE)) {
      if (lease != null) {
        keepAlive(lease);
        sealAgain(lease);
      }
    } catch (VaultUnavailableException e) {
      System.getLogger("io.github.qbconnector")
          .log(System.Logger.Level.WARNING, "QBC0308: looking after idle connections failed", e);
    }
  }

  private void keepAlive(Lease lease) {
    Set<ConnectionKey> done = new HashSet<>();
    int failures = 0;
    boolean isProgress = true;
    while (isProgress) {
      isProgress = false;
      Instant now = clock.instant();
      for (ConnectionKey key : vault.due(now, PAGE + done.size())) {
        if (!done.add(key)) {
          continue;
        }
        isProgress = true;
        KeepAlive keeper = keepers.get(key.connector());
        if (keeper == null) {
          continue; // of a connector that is configured no longer
        }
        failures = keeper.lookAfter(key) ? 0 : failures + 1;
        if (failures == DISCOURAGING || !lease.lasts(REST)) {
          return;
        }
      }
    }
  }

  private void sealAgain(Lease lease) {
    if (keys.oldKeys().isEmpty()) {
      return;
    }
    Resealed page = keys.sealAgain(null, PAGE);
    while (page.last() != null && lease.lasts(REST)) {
      page = keys.sealAgain(page.last(), PAGE);
    }
    Log.sealedAgain(keys.keyId(), keys.oldKeys());
  }
}
