package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.impl.config.StoreSettings;
import io.github.qbconnector.impl.store.CallersThread;
import io.github.qbconnector.impl.store.Database;
import io.github.qbconnector.impl.store.JdbcStore;
import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.store.WorkerThreads;
import io.github.qbconnector.spi.ConnectionStore;
import java.time.Clock;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Opens the store that the configuration, or the application, wants. */
final class Stores {
  private Stores() {}

  /**
   * The store.
   *
   * @param own the application's; {@code null} if it brings none
   */
  static ConnectionStore open(
      StoreSettings settings,
      @Nullable ConnectionStore own,
      ThreadFactory threads,
      CallersThread.OwnTransaction ownTransaction,
      Clock clock) {
    String dataSource = settings.dataSource();
    if (own != null) {
      return own;
    }
    if (dataSource == null) {
      return new MemoryStore(clock);
    }
    DataSourceLookup lookup = new DataSourceLookup(dataSource);
    return new JdbcStore(
        new Database(
            new WorkerThreads(lookup, threads, new CallersThread(lookup, ownTransaction)),
            settings.createSchema()));
  }
}
