package io.github.qbconnector.chaos.app;

import io.github.qbconnector.spi.ConnectionRecord;
import io.github.qbconnector.spi.ConnectionStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The product without its generation rule: who has taken a lease believes in what was stored then
 * until it is released, and writes over whatever is there.
 */
final class CarelessStore extends ForwardingStore {
  /** What the thread that refreshes has read since its lease. */
  @SuppressWarnings("ThreadLocalUsage") // there is one store in an application
  private final ThreadLocal<Map<String, Optional<ConnectionRecord>>> believed = new ThreadLocal<>();

  CarelessStore(ConnectionStore store) {
    super(store);
  }

  @Override
  public boolean lease(String name, String holder, Duration length) {
    boolean taken = super.lease(name, holder, length);
    if (taken) {
      believed.set(new HashMap<>());
    }
    return taken;
  }

  @Override
  public Optional<ConnectionRecord> find(String id) {
    Map<String, Optional<ConnectionRecord>> mine = believed.get();
    return mine == null ? super.find(id) : mine.computeIfAbsent(id, super::find);
  }

  @Override
  public boolean replace(ConnectionRecord record, long expectedRevision) {
    while (true) {
      Optional<ConnectionRecord> now = super.find(record.id());
      if (now.isEmpty()) {
        return false;
      }
      long next = Math.max(now.get().revision() + 1, record.revision());
      if (super.replace(numbered(record, next), now.get().revision())) {
        return true;
      }
    }
  }

  private static ConnectionRecord numbered(ConnectionRecord record, long revision) {
    return new ConnectionRecord(
        record.id(),
        record.connector(),
        record.owner(),
        record.companyId(),
        revision,
        record.content(),
        record.keyId(),
        record.dueAt(),
        record.evidence(),
        record.evidenceAt());
  }

  @Override
  public void release(String name, String holder) {
    believed.remove();
    super.release(name, holder);
  }
}
