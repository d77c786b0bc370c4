package io.github.qbconnector.impl.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Keeps everything in memory: for development, for the demo, and for tests. Gone at a restart. */
public final class MemoryVault implements ConnectionVault, FlowVault {
  private static final int MAX_FLOWS = 100_000;

  private final Clock clock;
  private final Map<String, ConcurrentSkipListMap<String, StoredConnection>> connections =
      new ConcurrentHashMap<>();
  private final Map<ConnectionKey, Instant> leases = new ConcurrentHashMap<>();
  private final Map<String, Instant> consumed = new ConcurrentHashMap<>();
  private final Map<String, Parked> parked = new ConcurrentHashMap<>();

  private record Parked(String sealed, Instant expiresAt) {}

  public MemoryVault(Clock clock) {
    this.clock = clock;
  }

  private ConcurrentSkipListMap<String, StoredConnection> of(String connector) {
    return connections.computeIfAbsent(connector, c -> new ConcurrentSkipListMap<>());
  }

  @Override
  public @Nullable StoredConnection find(ConnectionKey key) {
    return of(key.connector()).get(key.owner());
  }

  @Override
  public synchronized StoredConnection put(StoredConnection connection) {
    ConcurrentSkipListMap<String, StoredConnection> all = of(connection.key().connector());
    StoredConnection before = all.get(connection.key().owner());
    StoredConnection stored =
        connection.following(before == null ? null : before.generation(), clock.instant());
    all.put(connection.key().owner(), stored);
    return stored;
  }

  @Override
  public synchronized @Nullable StoredConnection replace(StoredConnection changed) {
    StoredConnection stored = find(changed.key());
    if (stored == null || stored.generation() != changed.generation()) {
      return null;
    }
    StoredConnection fresh = changed.numbered(changed.generation() + 1);
    of(changed.key().connector()).put(changed.key().owner(), fresh);
    return fresh;
  }

  @Override
  public synchronized @Nullable StoredConnection replaceGrant(
      ConnectionKey key, long generation, Grant grant, Sighting sighting) {
    StoredConnection stored = find(key);
    if (stored == null || stored.generation() != generation) {
      return null;
    }
    StoredConnection fresh = stored.withGrant(grant, sighting);
    of(key.connector()).put(key.owner(), fresh);
    return fresh;
  }

  @Override
  public synchronized boolean end(ConnectionKey key, long generation, Ending ending) {
    StoredConnection stored = find(key);
    if (stored == null || stored.generation() != generation) {
      return false;
    }
    of(key.connector()).put(key.owner(), stored.withEnding(ending));
    return true;
  }

  @Override
  public synchronized void see(ConnectionKey key, Sighting sighting, @Nullable String companyName) {
    StoredConnection stored = find(key);
    if (stored != null) {
      of(key.connector()).put(key.owner(), stored.withSighting(sighting, companyName));
    }
  }

  @Override
  public synchronized boolean remove(ConnectionKey key) {
    return of(key.connector()).remove(key.owner()) != null;
  }

  @Override
  public List<String> owners(String connector, @Nullable String after, int limit) {
    ConcurrentSkipListMap<String, StoredConnection> all = of(connector);
    return (after == null ? all : all.tailMap(after, false))
        .values().stream()
            .filter(c -> !c.isTombstone())
            .map(c -> c.key().owner())
            .limit(limit)
            .toList();
  }

  @Override
  public boolean heldByAnother(ConnectionKey key, String companyId) {
    return of(key.connector()).values().stream()
        .anyMatch(c -> c.companyId().equals(companyId) && !c.key().equals(key) && !c.isTombstone());
  }

  @Override
  public void reserve(ConnectionKey key) {
    // Leases stand on their own here.
  }

  @Override
  public @Nullable Lease lease(ConnectionKey key, Duration length) {
    Instant now = clock.instant();
    Instant until = now.plus(length);
    AtomicBoolean taken = new AtomicBoolean();
    leases.compute(
        key,
        (k, held) -> {
          boolean free = held == null || !held.isAfter(now);
          taken.set(free);
          return free ? until : held;
        });
    return taken.get() ? () -> leases.remove(key, until) : null;
  }

  @Override
  public boolean consume(String flowId, Instant expiresAt) {
    sweep();
    return consumed.putIfAbsent(flowId, expiresAt) == null;
  }

  @Override
  public void park(String id, String sealed, Instant expiresAt) {
    sweep();
    if (parked.size() < MAX_FLOWS) {
      parked.put(id, new Parked(sealed, expiresAt));
    }
  }

  @Override
  public @Nullable String parked(String id) {
    AtomicReference<@Nullable String> found = new AtomicReference<>();
    Instant now = clock.instant();
    parked.computeIfPresent(
        id,
        (i, entry) -> {
          if (!entry.expiresAt().isAfter(now)) {
            return null;
          }
          found.set(entry.sealed());
          return entry;
        });
    return found.get();
  }

  private void sweep() {
    Instant now = clock.instant();
    consumed.values().removeIf(t -> !t.isAfter(now));
    parked.values().removeIf(p -> !p.expiresAt().isAfter(now));
  }
}
