package io.github.qbconnector.impl.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work on a database connection that is somebody else's to open and close. */
@FunctionalInterface
interface SqlWork<T extends @Nullable Object> {
  T on(Connection connection) throws SQLException;
}
