package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.impl.config.ConnectorSettings;
import io.github.qbconnector.impl.config.LiveSettings;
import io.github.qbconnector.impl.crypto.SealBrokenException;
import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.impl.vault.ConnectionVault;
import io.github.qbconnector.impl.vault.ConnectionVault.Found;
import io.github.qbconnector.impl.vault.Sighting;
import io.github.qbconnector.impl.vault.StoredConnection;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import io.github.qbconnector.spi.ConnectionStore.Changes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one connector that this node knows: a bounded cache before the vault. Looking
 * up a known connection is one read of a map.
 */
public final class Connections {
  /** How old a bad view may be: the user may have mended it on another node just now. */
  private static final Duration BAD_VIEW_AGE = Duration.ofMillis(250);

  private static final int EVICTION_SAMPLE = 32;

  private final String connector;
  private final Provider provider;
  private final ConnectionVault vault;
  private final LiveSettings settings;
  private final ChangeWatch watch;
  private final Clock clock;
  private final int capacity;
  private final OtherBindings otherBindings;
  private final ConcurrentHashMap<String, KnownConnection> known = new ConcurrentHashMap<>();

  public Connections(
      String connector,
      Provider provider,
      ConnectionVault vault,
      LiveSettings settings,
      ChangeWatch watch,
      Clock clock) {
    this.connector = connector;
    this.provider = provider;
    this.vault = vault;
    this.settings = settings;
    this.clock = clock;
    this.capacity = settings.last().store().cacheSize();
    this.watch = watch;
    this.otherBindings = new OtherBindings(connector);
    watch.add(this);
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

  ChangeWatch watch() {
    return watch;
  }

  /** How long a connection to a provider may take to open. */
  Duration connectTimeout() {
    return settings.current().http().connectTimeout();
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

  /** The status of a view; what only operators can mend is told to them. */
  ConnectionStatus status(View view, long now, Duration maxStale) {
    ConnectionStatus status = view.status(provider, now, maxStale);
    StoredConnection stored = view.stored();
    boolean isOther =
        status.reason() == StatusReason.CLIENT_CHANGED
            || status.reason() == StatusReason.ENVIRONMENT_CHANGED;
    if (isOther && stored != null) {
      otherBindings.found(stored.binding(), provider.binding());
    }
    return status;
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
    watch.look(now);
    View view = entry.view;
    if (!view.isUsable(provider.binding())) {
      if (entry.outdated || isOld(view, now)) {
        reread(entry);
      }
    } else if (entry.outdated && watch.isAnswered()) {
      rereadIfPossible(entry);
    }
    return entry;
  }

  /** A store that is away is no reason to doubt what is known to be good. */
  private void rereadIfPossible(KnownConnection entry) {
    try {
      reread(entry);
    } catch (VaultUnavailableException e) {
      watch.missed();
    }
  }

  /** One connection that nobody is using, which leaves memory before those in use. */
  KnownConnection idle(String owner, long now) {
    KnownConnection entry = known.get(owner);
    if (entry != null) {
      return entry;
    }
    KnownConnection loaded = load(owner, now);
    loaded.usedAt = 0;
    return loaded;
  }

  /** Forgets what cannot be opened; no tombstone can be made of it. */
  void forget(KnownConnection entry) {
    boolean unused = vault.remove(entry.key);
    entry.show(View.of(null, clock.instant()));
  }

  private static boolean isOld(View view, long now) {
    return Math.abs(now - view.readAt().toEpochMilli()) > BAD_VIEW_AGE.toMillis();
  }

  /** Takes in what other nodes have changed; it is read when it is next used. */
  void changed(Changes changes) {
    for (KnownConnection entry : known.values()) {
      Long revision = changes.revisions().get(entry.recordId);
      if (!changes.complete() || (revision != null && revision != entry.revision)) {
        entry.outdated = true;
      }
    }
  }

  private KnownConnection load(String owner, long now) {
    ConnectionKey key = new ConnectionKey(connector, owner);
    KnownConnection fresh = new KnownConnection(key, View.of(null, Instant.EPOCH), now);
    long questions = watch.questions();
    fresh.show(read(fresh));
    KnownConnection winner = known.putIfAbsent(owner, fresh);
    if (watch.questions() != questions) {
      fresh.outdated = true; // a change may have been told before there was anybody to tell
    }
    if (winner == null && known.size() > capacity) {
      evict(owner);
    }
    return winner == null ? fresh : winner;
  }

  /** Reads the store again; what was seen in the meantime is kept. */
  View reread(KnownConnection entry) {
    View fresh = read(entry);
    View taken = entry.change(old -> isSetBack(old, fresh) ? old : merged(old, fresh));
    return isSetBack(taken, fresh) ? writtenAgain(entry, taken) : taken;
  }

  /** Generations only rise; a lower one comes from a backup. */
  private static boolean isSetBack(View old, View fresh) {
    return fresh.stored() != null
        && old.stored() != null
        && fresh.stored().generation() < old.stored().generation();
  }

  /** An old row holds tokens that may be dead, or a connection that its user has ended. */
  private View writtenAgain(KnownConnection entry, View newest) {
    StoredConnection stored = newest.stored();
    if (stored != null && vault.writeAgain(stored)) {
      Log.setBack(connector);
    }
    View again = read(entry);
    entry.show(again);
    return again;
  }

  private static View merged(View old, View fresh) {
    StoredConnection before = old.stored();
    StoredConnection now = fresh.stored();
    if (before == null || now == null || now.generation() != before.generation()) {
      return fresh;
    }
    // What is stored may be from the future of this node: it is taken for news once, not each time.
    boolean isNews = !Objects.equals(now.sighting(), before.sighting());
    Sighting seen = isNews ? newer(old.seen(), fresh.seen()) : old.seen();
    Trouble trouble = old.trouble();
    boolean hasPassed = trouble != null && seen != null && seen.at().isAfter(trouble.at());
    return new View(
        now,
        false,
        seen,
        old.latency(),
        hasPassed ? null : trouble,
        old.failedRenewal(),
        fresh.readAt());
  }

  private static @Nullable Sighting newer(@Nullable Sighting one, @Nullable Sighting other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.at().isBefore(other.at()) ? other : one;
  }

  private View read(KnownConnection entry) {
    Instant now = clock.instant();
    entry.outdated = false;
    try {
      Found found = vault.find(entry.key);
      entry.revision = found == null ? 0 : found.revision();
      StoredConnection stored = found == null ? null : found.connection();
      return View.of(stored == null ? null : stored.sharing(provider.binding()), now);
    } catch (VaultUnavailableException e) {
      entry.outdated = true;
      throw e;
    } catch (SealBrokenException e) {
      System.getLogger(Connections.class.getName())
          .log(
              System.Logger.Level.ERROR,
              "QBC0301: the stored connection {0} of connector {1} cannot be opened: {2}. Configure"
                  + " the key it was sealed with in quickbooks.store.encryption-keys; nothing was"
                  + " deleted.",
              entry.recordId,
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
