package io.github.qbconnector.chaos.app;

import io.github.qbconnector.impl.store.CallersThread;
import io.github.qbconnector.impl.store.Database;
import io.github.qbconnector.impl.store.JdbcStore;
import io.github.qbconnector.impl.store.WorkerThreads;
import io.github.qbconnector.spi.ConnectionStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Puts a node's store together: the connector's own, less what a run leaves out, and watched. */
@ApplicationScoped
public class NodeStore {
  private @Nullable JdbcStore own;

  /** The store of this node. */
  @Produces
  @ApplicationScoped
  ConnectionStore store() {
    Supplier<DataSource> dataSource = () -> find("jdbc/quickbooks", DataSource.class);
    JdbcStore store =
        new JdbcStore(
            new Database(
                new WorkerThreads(
                    dataSource,
                    find("java:comp/DefaultManagedThreadFactory", ThreadFactory.class),
                    new CallersThread(dataSource, Supplier::get)),
                true));
    own = store;
    return new WatchedStore(
        switch (setting("chaos.store")) {
          case "generous" -> new GenerousStore(store);
          case "careless" -> new CarelessStore(store);
          default -> store;
        },
        new RefereeLine(setting("chaos.referee"), setting("chaos.node")));
  }

  void close(@Disposes ConnectionStore unused) {
    JdbcStore store = own;
    if (store != null) {
      store.close();
    }
  }

  private static String setting(String name) {
    return Objects.requireNonNull(System.getProperty(name), name);
  }

  @SuppressWarnings("BanJNDI") // the names are this class's own
  private static <T> T find(String name, Class<T> type) {
    try {
      return type.cast(InitialContext.doLookup(name));
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
  }
}
