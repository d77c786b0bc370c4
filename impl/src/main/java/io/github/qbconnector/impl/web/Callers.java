package io.github.qbconnector.impl.web;

import io.github.qbconnector.gate.GateDoor.CallerScope;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who calls on this thread: the caller as the request shows it after the application's own filters,
 * else the container's.
 */
public final class Callers {
  @SuppressWarnings("ThreadLocalUsage") // a static would outlive the application
  private final ThreadLocal<Supplier<@Nullable String>> current = new ThreadLocal<>();

  private final Supplier<@Nullable String> container;

  /**
   * @param container asks the container who calls, outside of requests we have seen
   */
  public Callers(Supplier<@Nullable String> container) {
    this.container = container;
  }

  public CallerScope enter(Supplier<@Nullable String> caller) {
    Supplier<@Nullable String> before = current.get();
    current.set(caller);
    return () -> {
      if (before == null) {
        current.remove();
      } else {
        current.set(before);
      }
    };
  }

  /** The caller's name; empty if nobody is logged in. */
  public Optional<String> name() {
    Supplier<@Nullable String> shown = current.get();
    return Optional.ofNullable(shown == null ? container.get() : shown.get())
        .filter(name -> !name.isBlank());
  }
}
