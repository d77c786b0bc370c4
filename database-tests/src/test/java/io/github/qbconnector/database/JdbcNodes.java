package io.github.qbconnector.database;

import io.github.qbconnector.impl.store.CallersThread;
import io.github.qbconnector.impl.store.Database;
import io.github.qbconnector.impl.store.JdbcStore;
import io.github.qbconnector.impl.store.LaterVersions;
import io.github.qbconnector.impl.store.WorkerThreads;
import io.github.qbconnector.impl.store.Workplace;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Nodes as servers open them, closed together. */
final class JdbcNodes implements AutoCloseable {
  private final Deque<JdbcStore> open = new ConcurrentLinkedDeque<>();

  /** A node on a server that lends threads. */
  JdbcStore open(DataSource source) {
    return open(source, true);
  }

  JdbcStore open(DataSource source, boolean createSchema) {
    return keep(new JdbcStore(new Database(onThreads(source), createSchema)));
  }

  /** A node of a later version of the connector, which needs more of the tables. */
  JdbcStore openLater(DataSource source, boolean createSchema) {
    return keep(new JdbcStore(LaterVersions.next(onThreads(source), createSchema)));
  }

  /** A node on a server that lends no threads. */
  JdbcStore openWithoutThreads(DataSource source) {
    return keep(new JdbcStore(new Database(onCallersThread(source), true)));
  }

  private JdbcStore keep(JdbcStore store) {
    open.push(store);
    return store;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "store");
    thread.setDaemon(true);
    return thread;
  }

  private static Workplace onThreads(DataSource source) {
    return new WorkerThreads(() -> source, JdbcNodes::thread, onCallersThread(source));
  }

  private static Workplace onCallersThread(DataSource source) {
    return new CallersThread(
        () -> source,
        new CallersThread.OwnTransaction() {
          @Override
          public <T extends @Nullable Object> T run(Supplier<T> work) {
            return work.get();
          }
        });
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
