package io.github.qbconnector.impl.store;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.spi.ConnectionRecord;
import io.github.qbconnector.spi.ConnectionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps records in memory: for development, the demo, and tests. Gone at a restart. */
public final class MemoryStore implements ConnectionStore {
  private static final int MOST_VALUES = 100_000;

  private final Clock clock;
  private final TreeMap<String, Kept> records = new TreeMap<>();
  private final Map<String, Held> leases = new HashMap<>();
  private final Map<String, Value> values = new HashMap<>();
  private long changes;

  private record Kept(ConnectionRecord record, long change) {}

  private record Held(String holder, Instant until) {}

  private record Value(String content, Instant expiresAt) {}

  public MemoryStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Optional<ConnectionRecord> find(String id) {
    return Optional.ofNullable(records.get(id)).map(Kept::record);
  }

  @Override
  public synchronized boolean insert(ConnectionRecord record) {
    changes++;
    return records.putIfAbsent(record.id(), new Kept(record, changes)) == null;
  }

  @Override
  public synchronized boolean replace(ConnectionRecord record, long expectedRevision) {
    Kept before = records.get(record.id());
    if (before == null || before.record().revision() != expectedRevision) {
      return false;
    }
    changes++;
    ConnectionRecord old = before.record();
    records.put(
        record.id(),
        new Kept(
            new ConnectionRecord(
                old.id(),
                old.connector(),
                old.owner(),
                record.companyId(),
                record.revision(),
                record.content(),
                record.keyId(),
                record.dueAt(),
                old.evidence(),
                old.evidenceAt()),
            changes));
    return true;
  }

  @Override
  public synchronized void note(String id, Evidence evidence, Instant at) {
    Kept kept = records.get(id);
    if (kept == null
        || kept.record().evidenceAt().filter(before -> !before.isBefore(at)).isPresent()) {
      return;
    }
    ConnectionRecord old = kept.record();
    records.put(
        id,
        new Kept(
            new ConnectionRecord(
                old.id(),
                old.connector(),
                old.owner(),
                old.companyId(),
                old.revision(),
                old.content(),
                old.keyId(),
                old.dueAt(),
                Optional.of(evidence),
                Optional.of(at)),
            kept.change()));
  }

  @Override
  public synchronized List<ConnectionRecord> list(
      String connector, Optional<String> afterId, int limit) {
    return after(afterId)
        .filter(r -> r.connector().equals(connector) && r.companyId().isPresent())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<ConnectionRecord> holding(
      String connector, String companyId, int limit) {
    return all(r -> r.connector().equals(connector) && r.companyId().equals(Optional.of(companyId)))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<ConnectionRecord> due(Instant now, int limit) {
    return all(r -> r.dueAt().filter(at -> !at.isAfter(now)).isPresent())
        .sorted(Comparator.comparing(r -> r.dueAt().orElseThrow()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<ConnectionRecord> notSealedWith(
      String keyId, Optional<String> afterId, int limit) {
    return after(afterId).filter(r -> !r.keyId().equals(keyId)).limit(limit).toList();
  }

  @Override
  public synchronized Map<String, Long> keyUsage() {
    return all(r -> true)
        .collect(Collectors.groupingBy(ConnectionRecord::keyId, Collectors.counting()));
  }

  @Override
  public synchronized Changes changes(long since) {
    Map<String, Long> revisions =
        records.values().stream()
            .filter(kept -> kept.change() >= since)
            .collect(Collectors.toMap(k -> k.record().id(), k -> k.record().revision()));
    return new Changes(revisions, changes + 1, true);
  }

  private Stream<ConnectionRecord> all(Predicate<ConnectionRecord> condition) {
    return records.values().stream().map(Kept::record).filter(condition);
  }

  private Stream<ConnectionRecord> after(Optional<String> id) {
    return (id.isPresent() ? records.tailMap(id.get(), false) : records)
        .values().stream().map(Kept::record);
  }

  @Override
  public synchronized boolean lease(String name, String holder, Duration length) {
    Instant now = clock.instant();
    Held held = leases.get(name);
    if (held != null && held.until().isAfter(now)) {
      return false;
    }
    leases.put(name, new Held(holder, now.plus(length)));
    return true;
  }

  @Override
  public synchronized void release(String name, String holder) {
    Held held = leases.get(name);
    if (held != null && held.holder().equals(holder)) {
      leases.remove(name);
    }
  }

  @Override
  public synchronized boolean putOnce(String name, String value, Instant expiresAt) {
    sweep(clock.instant());
    if (values.size() >= MOST_VALUES) {
      throw new StoreUnavailableException(
          "The memory store is full of values that have not expired.",
          new IllegalStateException(String.valueOf(MOST_VALUES)));
    }
    return values.putIfAbsent(name, new Value(value, expiresAt)) == null;
  }

  @Override
  public synchronized Optional<String> get(String name, Instant now) {
    return Optional.ofNullable(values.get(name))
        .filter(value -> value.expiresAt().isAfter(now))
        .map(Value::content);
  }

  @Override
  public synchronized void sweep(Instant now) {
    values.values().removeIf(value -> !value.expiresAt().isAfter(now));
  }
}
