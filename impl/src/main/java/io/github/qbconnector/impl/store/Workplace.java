package io.github.qbconnector.impl.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where work on the database is done: outside of every transaction of the caller, and on no more
 * than {@value #MOST} connections at a time, so that a node cannot exhaust a pool that it shares
 * with the application.
 */
public interface Workplace extends AutoCloseable {
  /** Most connections in use at a time. */
  int MOST = 2;

  /** Seconds after which a caller is told that the database does not answer. */
  int LIMIT_SECONDS = 20;

  /**
   * Has work done, and waits for its end, {@value #LIMIT_SECONDS} seconds at most.
   *
   * @throws SQLException if the work fails, or is not over in time
   */
  <T extends @Nullable Object> T run(SqlWork<T> work) throws SQLException;

  /** Gives back what is held. */
  @Override
  void close();
}
