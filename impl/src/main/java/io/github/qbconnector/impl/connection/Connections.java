package io.github.qbconnector.impl.connection;

import io.github.qbconnector.impl.config.ConnectorSettings;
import io.github.qbconnector.impl.config.LiveSettings;
import io.github.qbconnector.impl.crypto.SealBrokenException;
import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.impl.vault.ConnectionVault;
import io.github.qbconnector.impl.vault.Sighting;
import io.github.qbconnector.impl.vault.StoredConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one connector that this node knows: a bounded cache before the vault. Looking
 * up a known connection is one read of a map.
 */
public final class Connections {
  /** How old a node's view may be where another node could have changed it for the better. */
  static final Duration VIEW_AGE = Duration.ofSeconds(10);

  private static final int EVICTION_SAMPLE = 32;

  private final String connector;
  private final Provider provider;
  private final ConnectionVault vault;
  private final LiveSettings settings;
  private final Clock clock;
  private final int capacity;
  private final ConcurrentHashMap<String, KnownConnection> known = new ConcurrentHashMap<>();

  public Connections(
      String connector,
      Provider provider,
      ConnectionVault vault,
      LiveSettings settings,
      Clock clock) {
    this.connector = connector;
    this.provider = provider;
    this.vault = vault;
    this.settings = settings;
    this.clock = clock;
    this.capacity = settings.last().store().cacheSize();
  }

  public String connector() {
    return connector;
  }

  public Provider provider() {
    return provider;
  }

  public ConnectionVault vault() {
    return vault;
  }

  public Clock clock() {
    return clock;
  }

  /** The configuration now. */
  public ConnectorSettings settings() {
    return settings.current().connector(connector);
  }

  ConnectorSettings settings(long now) {
    return settings.current(now).connector(connector);
  }

  /**
   * One connection, read from the store if this node does not know it, or if another node could
   * have mended it since.
   *
   * @throws io.github.qbconnector.impl.vault.VaultUnavailableException if it cannot be read
   */
  KnownConnection known(String owner, long now) {
    KnownConnection entry = known.get(owner);
    if (entry == null) {
      return load(owner, now);
    }
    if (now - entry.usedAt > 1_000) {
      entry.usedAt = now;
    }
    View view = entry.view;
    if (!view.isUsable(provider.binding())
        && now - view.readAt().toEpochMilli() > VIEW_AGE.toMillis()) {
      reread(entry);
    }
    return entry;
  }

  private KnownConnection load(String owner, long now) {
    ConnectionKey key = new ConnectionKey(connector, owner);
    KnownConnection fresh = new KnownConnection(key, read(key), now);
    KnownConnection winner = known.putIfAbsent(owner, fresh);
    if (winner == null && known.size() > capacity) {
      evict(owner);
    }
    return winner == null ? fresh : winner;
  }

  /** Reads the store again; what was seen in the meantime is kept. */
  View reread(KnownConnection entry) {
    View fresh = read(entry.key);
    View old = entry.view;
    boolean sameGeneration =
        fresh.stored() != null
            && old.stored() != null
            && fresh.stored().generation() == old.stored().generation();
    View merged = sameGeneration ? merged(old, fresh) : fresh;
    entry.view = merged;
    return merged;
  }

  private static View merged(View old, View fresh) {
    Sighting seen = newer(old.seen(), fresh.seen());
    Trouble trouble = old.trouble();
    boolean hasPassed = trouble != null && seen != null && seen.at().isAfter(trouble.at());
    return new View(
        fresh.stored(), false, seen, old.latency(), hasPassed ? null : trouble, fresh.readAt());
  }

  private static @Nullable Sighting newer(@Nullable Sighting one, @Nullable Sighting other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.at().isBefore(other.at()) ? other : one;
  }

  private View read(ConnectionKey key) {
    Instant now = clock.instant();
    try {
      StoredConnection found = vault.find(key);
      return View.of(found == null ? null : found.sharing(provider.binding()), now);
    } catch (SealBrokenException e) {
      System.getLogger(Connections.class.getName())
          .log(
              System.Logger.Level.ERROR,
              "QBC0301: a stored connection of connector {0} cannot be opened: {1}. Configure the"
                  + " key it was sealed with in quickbooks.store.encryption-keys; nothing was"
                  + " deleted.",
              connector,
              e.getMessage());
      return View.unopenable(now);
    }
  }

  /** Makes room by dropping the least recently used of a few; the store still has it. */
  private void evict(String exceptOwner) {
    KnownConnection oldest = null;
    Iterator<KnownConnection> all = known.values().iterator();
    for (int i = 0; i < EVICTION_SAMPLE && all.hasNext(); i++) {
      KnownConnection candidate = all.next();
      boolean idle =
          candidate.flight.get() == null
              && candidate.unsaved == null
              && !candidate.key.owner().equals(exceptOwner);
      if (idle && (oldest == null || candidate.usedAt < oldest.usedAt)) {
        oldest = candidate;
      }
    }
    if (oldest != null) {
      known.remove(oldest.key.owner(), oldest);
    }
  }

  int size() {
    return known.size();
  }
}
