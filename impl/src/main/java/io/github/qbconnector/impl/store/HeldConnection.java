package io.github.qbconnector.impl.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A connection that is kept between pieces of work; a broken one is replaced. One thread only. */
final class HeldConnection {
  private static final int CHECK_SECONDS = 3;
  private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int NETWORK_MILLIS = 15_000;

  private final Supplier<DataSource> dataSource;
  private @Nullable Connection connection;
  private int networkTimeoutBefore = -1;
  private long usedAt;

  HeldConnection(Supplier<DataSource> dataSource) {
    this.dataSource = dataSource;
  }

  /** The connection, or a new one if there is none or it has died in the meantime. */
  Connection open() throws SQLException {
    Connection kept = connection;
    boolean isTrusted = System.nanoTime() - usedAt < TRUSTED_NANOS;
    if (kept != null && !isTrusted && !isAlive(kept)) {
      close();
      kept = null;
    }
    if (kept == null) {
      kept = unbound();
      connection = kept;
      limitTheNetwork(kept);
    }
    usedAt = System.nanoTime();
    return kept;
  }

  /**
   * A new connection. Pools have been seen to lend one that is still bound to a transaction which
   * has ended elsewhere; such a one is of no use, and another takes its place.
   */
  private Connection unbound() throws SQLException {
    Connection lent = dataSource.get().getConnection();
    SQLException bound = bindingOf(lent);
    if (bound == null) {
      return lent;
    }
    try (lent) {
      Connection other = dataSource.get().getConnection();
      SQLException otherBound = bindingOf(other);
      if (otherBound == null) {
        return other;
      }
      other.close();
      throw otherBound;
    }
  }

  /** Rolling back nothing does no harm, unless somebody else's transaction forbids it. */
  private static @Nullable SQLException bindingOf(Connection lent) {
    try {
      if (!lent.getAutoCommit()) {
        lent.rollback();
      }
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  /** Gives a connection back that work has failed on, unless it still answers. */
  void checkAfter(@Nullable Throwable failure) {
    Connection kept = connection;
    if (failure != null && kept != null && !isAlive(kept)) {
      close();
    }
  }

  private static boolean isAlive(Connection connection) {
    try {
      return connection.isValid(CHECK_SECONDS);
    } catch (SQLException | RuntimeException e) {
      return false;
    }
  }

  /** A database that is frozen, not gone, says nothing at all; the socket must give up. */
  private void limitTheNetwork(Connection fresh) {
    try {
      int before = fresh.getNetworkTimeout();
      fresh.setNetworkTimeout(Runnable::run, NETWORK_MILLIS);
      networkTimeoutBefore = before;
    } catch (SQLException | RuntimeException | LinkageError e) {
      networkTimeoutBefore = -1; // not every driver, and not every pool, can
    }
  }

  void close() {
    Connection kept = connection;
    connection = null;
    if (kept == null) {
      return;
    }
    try (kept) {
      if (networkTimeoutBefore >= 0) {
        kept.setNetworkTimeout(Runnable::run, networkTimeoutBefore);
      }
    } catch (SQLException | RuntimeException e) {
      System.getLogger(HeldConnection.class.getName())
          .log(System.Logger.Level.DEBUG, "A connection of the store was broken", e);
    }
  }
}
