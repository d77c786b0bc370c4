package io.github.qbconnector.chaos.app;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.spi.ConnectionRecord;
import io.github.qbconnector.spi.ConnectionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has another store do everything. */
abstract class ForwardingStore implements ConnectionStore {
  private final ConnectionStore store;

  ForwardingStore(ConnectionStore store) {
    this.store = store;
  }

  @Override
  public Optional<ConnectionRecord> find(String id) {
    return store.find(id);
  }

  @Override
  public boolean insert(ConnectionRecord record) {
    return store.insert(record);
  }

  @Override
  public boolean replace(ConnectionRecord record, long expectedRevision) {
    return store.replace(record, expectedRevision);
  }

  @Override
  public void note(String id, Evidence evidence, Instant at) {
    store.note(id, evidence, at);
  }

  @Override
  public List<ConnectionRecord> list(String connector, Optional<String> afterId, int limit) {
    return store.list(connector, afterId, limit);
  }

  @Override
  public List<ConnectionRecord> holding(String connector, String companyId, int limit) {
    return store.holding(connector, companyId, limit);
  }

  @Override
  public List<ConnectionRecord> due(Instant now, int limit) {
    return store.due(now, limit);
  }

  @Override
  public List<ConnectionRecord> notSealedWith(String keyId, Optional<String> afterId, int limit) {
    return store.notSealedWith(keyId, afterId, limit);
  }

  @Override
  public Map<String, Long> keyUsage() {
    return store.keyUsage();
  }

  @Override
  public Changes changes(long since) {
    return store.changes(since);
  }

  @Override
  public boolean lease(String name, String holder, Duration length) {
    return store.lease(name, holder, length);
  }

  @Override
  public void release(String name, String holder) {
    store.release(name, holder);
  }

  @Override
  public boolean putOnce(String name, String value, Instant expiresAt) {
    return store.putOnce(name, value, expiresAt);
  }

  @Override
  public Optional<String> get(String name, Instant now) {
    return store.get(name, now);
  }

  @Override
  public void sweep(Instant now) {
    store.sweep(now);
  }
}
