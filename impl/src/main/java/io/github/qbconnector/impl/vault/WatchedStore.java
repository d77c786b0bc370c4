package io.github.qbconnector.impl.vault;

import io.github.qbconnector.Evidence;
import io.github.qbconnector.spi.ConnectionRecord;
import io.github.qbconnector.spi.ConnectionStore;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store whose outages operators are told of: when one begins, and when it is over. */
public final class WatchedStore implements ConnectionStore {
  private static final System.Logger LOGGER = System.getLogger("io.github.qbconnector");

  /** A store that comes and goes must not fill the log. */
  private static final Duration QUIET = Duration.ofMinutes(1);

  private static final int LONGEST_REASON = 300;
  private static final int DEEPEST = 20;

  private final ConnectionStore store;
  private final Clock clock;
  private volatile @Nullable Instant awaySince;
  private boolean isEnding;
  private boolean isTold;
  private Instant quietUntil = Instant.MIN;

  public WatchedStore(ConnectionStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  private <T> T watched(Supplier<T> question) {
    T answer;
    try {
      answer = question.get();
    } catch (RuntimeException e) {
      failed(e);
      throw e;
    }
    if (awaySince != null) {
      answered();
    }
    return answer;
  }

  private void watched(Runnable request) {
    boolean unused =
        watched(
            () -> {
              request.run();
              return true;
            });
  }

  /** The application ends, and takes what a store stands on away from work under way. */
  public synchronized void end() {
    isEnding = true;
  }

  private synchronized void failed(RuntimeException failure) {
    Throwable root = root(failure);
    if (isEnding || root instanceof InterruptedException) {
      return; // it is not the store that fails
    }
    Instant now = clock.instant();
    if (awaySince == null) {
      awaySince = now;
      isTold = false;
    }
    if (!isTold && !now.isBefore(quietUntil)) {
      isTold = true;
      quietUntil = now.plus(QUIET);
      LOGGER.log(
          Level.ERROR,
          "QBC0302: the store of QuickBooks connections does not answer. Connections that are known"
              + " to be good go on for a while; nothing else can be looked up or made. Check it:"
              + " with quickbooks.store=jdbc the DataSource named by quickbooks.store.data-source,"
              + " and its database. {0}",
          reason(failure, root));
    }
  }

  private synchronized void answered() {
    Instant since = awaySince;
    if (since != null && isTold) {
      LOGGER.log(
          Level.INFO,
          "QBC0302: the store of QuickBooks connections answers again, after {0}",
          Duration.between(since, clock.instant()).truncatedTo(ChronoUnit.SECONDS));
    }
    awaySince = null;
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
      root = root.getCause();
    }
    return root;
  }

  private static String reason(RuntimeException failure, Throwable root) {
    String said = String.valueOf(failure.getMessage());
    String because = root.getMessage() == null ? root.getClass().getName() : root.getMessage();
    return line(root == failure ? said : said + " Because: " + because);
  }

  private static String line(String text) {
    String plain = text.replaceAll("\\p{Cntrl}+", " ");
    return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON) + "…";
  }

  @Override
  public Optional<ConnectionRecord> find(String id) {
    return watched(() -> store.find(id));
  }

  @Override
  public boolean insert(ConnectionRecord record) {
    return watched(() -> store.insert(record));
  }

  @Override
  public boolean replace(ConnectionRecord record, long expectedRevision) {
    return watched(() -> store.replace(record, expectedRevision));
  }

  @Override
  public void note(String id, Evidence evidence, Instant at) {
    watched(() -> store.note(id, evidence, at));
  }

  @Override
  public List<ConnectionRecord> list(String connector, Optional<String> afterId, int limit) {
    return watched(() -> store.list(connector, afterId, limit));
  }

  @Override
  public List<ConnectionRecord> holding(String connector, String companyId, int limit) {
    return watched(() -> store.holding(connector, companyId, limit));
  }

  @Override
  public List<ConnectionRecord> due(Instant now, int limit) {
    return watched(() -> store.due(now, limit));
  }

  @Override
  public List<ConnectionRecord> notSealedWith(String keyId, Optional<String> afterId, int limit) {
    return watched(() -> store.notSealedWith(keyId, afterId, limit));
  }

  @Override
  public Map<String, Long> keyUsage() {
    return watched(store::keyUsage);
  }

  @Override
  public Changes changes(long since) {
    return watched(() -> store.changes(since));
  }

  @Override
  public boolean lease(String name, String holder, Duration length) {
    return watched(() -> store.lease(name, holder, length));
  }

  @Override
  public void release(String name, String holder) {
    watched(() -> store.release(name, holder));
  }

  @Override
  public boolean putOnce(String name, String value, Instant expiresAt) {
    return watched(() -> store.putOnce(name, value, expiresAt));
  }

  @Override
  public Optional<String> get(String name, Instant now) {
    return watched(() -> store.get(name, now));
  }

  @Override
  public void sweep(Instant now) {
    watched(() -> store.sweep(now));
  }
}
