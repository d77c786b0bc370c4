package io.github.qbconnector.impl.testing;

import io.github.qbconnector.impl.store.StoreUnavailableException;
import io.github.qbconnector.spi.ConnectionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real store behind a cable that tests pull: all of it, or only for some calls; before they are
 * done, or after, so that only their answer is lost.
 */
public final class SwitchableStore {
  private final ConnectionStore store;
  private final ConnectionStore plugged;
  private final Map<String, AtomicInteger> failing = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> unanswered = new ConcurrentHashMap<>();
  private final Map<String, Runnable> next = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
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
    failing.clear();
    unanswered.clear();
  }

  /** Fails the next so many replacements. */
  public void failReplacements(int times) {
    fail("replace", times);
  }

  /** Fails the next so many calls of a method; nothing is done. */
  public void fail(String method, int times) {
    failing.put(method, new AtomicInteger(times));
  }

  /** Does what the next so many calls of a method ask for, and loses the answer. */
  public void loseAnswers(String method, int times) {
    unanswered.put(method, new AtomicInteger(times));
  }

  /** Has something happen once, between the next call of a method and its answer. */
  public void afterNext(String method, Runnable event) {
    next.put(method, event);
  }

  /** How often a method was called. */
  public int calls(String method) {
    AtomicInteger count = calls.get(method);
    return count == null ? 0 : count.get();
  }

  private @Nullable Object call(Method method, Object[] arguments) throws Throwable {
    String name = method.getName();
    calls.computeIfAbsent(name, n -> new AtomicInteger()).incrementAndGet();
    if (away || isNext(failing.get(name))) {
      throw new StoreUnavailableException("pulled before " + name, new SQLException("no cable"));
    }
    Object answer;
    try {
      answer = method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    Runnable event = next.remove(name);
    if (event != null) {
      event.run();
    }
    if (isNext(unanswered.get(name))) {
      throw new StoreUnavailableException("pulled after " + name, new SQLException("no cable"));
    }
    return answer;
  }

  private static boolean isNext(@Nullable AtomicInteger left) {
    return left != null && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }
}
