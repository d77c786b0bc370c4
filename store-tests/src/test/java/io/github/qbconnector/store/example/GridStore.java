package io.github.qbconnector.store.example;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.spi.ConnectionRecord;
import io.github.qbconnector.spi.ConnectionStore;
import io.github.qbconnector.store.example.Grid.Lease;
import io.github.qbconnector.store.example.Grid.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Keeps connections in the maps of a data grid. In an application: an ApplicationScoped bean. */
class GridStore implements ConnectionStore {
  private static final int MOST_CHANGES = 10_000;

  private final Grid grid;

  GridStore(Grid grid) {
    this.grid = grid;
  }

  @Override
  public Optional<ConnectionRecord> find(String id) {
    return Optional.ofNullable(grid.records().get(id));
  }

  @Override
  public boolean insert(ConnectionRecord record) {
    return grid.records().putIfAbsent(record.id(), record) == null;
  }

  @Override
  public boolean replace(ConnectionRecord record, long expectedRevision) {
    while (true) {
      ConnectionRecord stored = grid.records().get(record.id());
      if (stored == null || stored.revision() != expectedRevision) {
        return false;
      }
      // Fails if only the evidence is newer by now, which is no reason to give up.
      ConnectionRecord next = withEvidence(record, stored.evidence(), stored.evidenceAt());
      if (grid.records().replace(record.id(), stored, next)) {
        return true;
      }
    }
  }

  @Override
  public void note(String id, Evidence evidence, Instant at) {
    grid.records()
        .computeIfPresent(
            id,
            (same, stored) ->
                stored.evidenceAt().filter(noted -> !noted.isBefore(at)).isPresent()
                    ? stored
                    : withEvidence(stored, Optional.of(evidence), Optional.of(at)));
  }

  static ConnectionRecord withEvidence(
      ConnectionRecord of, Optional<Evidence> evidence, Optional<Instant> at) {
    return new ConnectionRecord(
        of.id(),
        of.connector(),
        of.owner(),
        of.companyId(),
        of.revision(),
        of.content(),
        of.keyId(),
        of.dueAt(),
        evidence,
        at);
  }

  @Override
  public List<ConnectionRecord> list(String connector, Optional<String> afterId, int limit) {
    return page(r -> r.connector().equals(connector) && r.companyId().isPresent(), afterId, limit);
  }

  @Override
  public List<ConnectionRecord> holding(String connector, String companyId, int limit) {
    return where(r -> r.connector().equals(connector))
        .filter(r -> r.companyId().equals(Optional.of(companyId)))
        .limit(limit)
        .toList();
  }

  @Override
  public List<ConnectionRecord> due(Instant now, int limit) {
    return where(r -> r.dueAt().filter(due -> !due.isAfter(now)).isPresent())
        .sorted(Comparator.comparing(r -> r.dueAt().orElseThrow()))
        .limit(limit)
        .toList();
  }

  @Override
  public List<ConnectionRecord> notSealedWith(String keyId, Optional<String> afterId, int limit) {
    return page(r -> !r.keyId().equals(keyId), afterId, limit);
  }

  @Override
  public Map<String, Long> keyUsage() {
    return where(any -> true).collect(groupingBy(ConnectionRecord::keyId, counting()));
  }

  // Telling all there is misses nothing, and needs no log of changes while connections are few.
  @Override
  public Changes changes(long since) {
    if (grid.records().size() > MOST_CHANGES) {
      return new Changes(Map.of(), 0, false);
    }
    return new Changes(
        where(any -> true).collect(toMap(ConnectionRecord::id, ConnectionRecord::revision)),
        0,
        true);
  }

  @Override
  public boolean lease(String name, String holder, Duration length) {
    Instant now = grid.time().instant();
    Lease mine = new Lease(holder, now.plus(length));
    return grid.leases()
        .merge(name, mine, (held, wanted) -> held.until().isAfter(now) ? held : wanted)
        .equals(mine);
  }

  @Override
  public void release(String name, String holder) {
    grid.leases()
        .computeIfPresent(name, (same, held) -> held.holder().equals(holder) ? null : held);
  }

  @Override
  public boolean putOnce(String name, String value, Instant expiresAt) {
    return grid.values().putIfAbsent(name, new Value(value, expiresAt)) == null;
  }

  @Override
  public Optional<String> get(String name, Instant now) {
    return Optional.ofNullable(grid.values().get(name))
        .filter(value -> value.expiresAt().isAfter(now))
        .map(Value::text);
  }

  @Override
  public void sweep(Instant now) {
    grid.values().values().removeIf(value -> !value.expiresAt().isAfter(now));
  }

  private List<ConnectionRecord> page(
      Predicate<ConnectionRecord> wanted, Optional<String> afterId, int limit) {
    return where(wanted)
        .filter(r -> afterId.filter(after -> r.id().compareTo(after) <= 0).isEmpty())
        .sorted(Comparator.comparing(ConnectionRecord::id))
        .limit(limit)
        .toList();
  }

  private Stream<ConnectionRecord> where(Predicate<ConnectionRecord> wanted) {
    return grid.records().values().stream().filter(wanted);
  }
}
