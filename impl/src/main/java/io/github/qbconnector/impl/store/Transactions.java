package io.github.qbconnector.impl.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work that is committed when it returns, whatever the pool thinks of auto-commit. */
final class Transactions {
  private Transactions() {}

  static <T extends @Nullable Object> T committed(Connection connection, SqlWork<T> work)
      throws SQLException {
    if (connection.getAutoCommit()) {
      return work.on(connection);
    }
    try {
      T result = work.on(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      rollBack(connection, e);
      throw e;
    }
  }

  /** What went wrong first is what counts. */
  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
