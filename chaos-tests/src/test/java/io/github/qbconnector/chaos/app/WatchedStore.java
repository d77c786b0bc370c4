package io.github.qbconnector.chaos.app;

import io.github.qbconnector.spi.ConnectionRecord;
import io.github.qbconnector.spi.ConnectionStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the referee of every step of a refresh that the store sees, and waits for its word: it may
 * want to strike this node now.
 */
final class WatchedStore extends ForwardingStore {
  private static final Pattern GENERATION = Pattern.compile("\"generation\":(\\d+)");

  private final RefereeLine referee;
  private final Map<String, String> companies = new ConcurrentHashMap<>();
  private final Map<String, String> leased = new ConcurrentHashMap<>();

  WatchedStore(ConnectionStore store, RefereeLine referee) {
    super(store);
    this.referee = referee;
  }

  @Override
  public Optional<ConnectionRecord> find(String id) {
    Optional<ConnectionRecord> found = super.find(id);
    found
        .flatMap(ConnectionRecord::companyId)
        .ifPresent(company -> companies.putIfAbsent(id, company));
    return found;
  }

  @Override
  public boolean insert(ConnectionRecord record) {
    boolean written = super.insert(record);
    if (written && record.companyId().isPresent()) {
      referee.tell("COMMITTED", record.companyId().get(), generation(record));
    }
    return written;
  }

  /** The lease of tokens has the record's id for a name; others are none of the referee's. */
  @Override
  public boolean lease(String name, String holder, Duration length) {
    String company = companies.get(name);
    if (company == null) {
      return super.lease(name, holder, length);
    }
    referee.tell("BEFORE_LEASE", company, 0);
    if (!super.lease(name, holder, length)) {
      return false;
    }
    leased.put(name, holder);
    referee.tell("LEASED", company, 0);
    return true;
  }

  @Override
  public boolean replace(ConnectionRecord record, long expectedRevision) {
    Optional<String> company = record.companyId();
    if (company.isEmpty()) {
      return super.replace(record, expectedRevision);
    }
    long generation = generation(record);
    referee.tell("ANSWERED", company.get(), generation);
    boolean written = super.replace(record, expectedRevision);
    referee.tell(written ? "COMMITTED" : "OVERTAKEN", company.get(), generation);
    return written;
  }

  @Override
  public void release(String name, String holder) {
    String company = companies.get(name);
    try {
      super.release(name, holder);
    } finally {
      if (leased.remove(name, holder) && company != null) {
        referee.tell("RELEASED", company, 0);
      }
    }
  }

  /** Stands unsealed in what is stored. */
  private static long generation(ConnectionRecord record) {
    Matcher generation = GENERATION.matcher(record.content());
    return generation.find() ? Long.parseLong(generation.group(1)) : 0;
  }
}
