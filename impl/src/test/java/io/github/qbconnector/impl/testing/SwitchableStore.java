package io.github.qbconnector.impl.testing;

import io.github.qbconnector.impl.store.StoreUnavailableException;
import io.github.qbconnector.spi.ConnectionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A real store behind a cable that tests pull: all of it, or only what replaces records. */
public final class SwitchableStore {
  private final ConnectionStore store;
  private final ConnectionStore plugged;
  private final AtomicInteger failingWrites = new AtomicInteger();
  private volatile boolean away;

  SwitchableStore(ConnectionStore store) {
    this.store = store;
    this.plugged =
        (ConnectionStore)
            Proxy.newProxyInstance(
                ConnectionStore.class.getClassLoader(),
                new Class<?>[] {ConnectionStore.class},
                (proxy, method, arguments) -> call(method, arguments));
  }

  ConnectionStore plugged() {
    return plugged;
  }

  public void pull() {
    away = true;
  }

  public void plug() {
    away = false;
    failingWrites.set(0);
  }

  /** Fails the next so many replacements. */
  public void failReplacements(int times) {
    failingWrites.set(times);
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    if (away) {
      throw new StoreUnavailableException("pulled", new SQLException("no cable"));
    }
    if (method.getName().equals("replace")
        && failingWrites.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new StoreUnavailableException("write failed", new SQLException("disk full"));
    }
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
