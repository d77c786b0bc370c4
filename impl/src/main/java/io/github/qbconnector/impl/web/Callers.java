package io.github.qbconnector.impl.web;

import io.github.qbconnector.gate.GateDoor.CallerScope;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The request that runs on this thread: who calls, as it shows after the application's own filters,
 * and which connectors it has passed the gate for.
 */
public final class Callers {
  @SuppressWarnings("ThreadLocalUsage") // a static would outlive the application
  private final ThreadLocal<Request> current = new ThreadLocal<>();

  private final Supplier<@Nullable String> container;

  private static final class Request {
    private final Supplier<@Nullable String> caller;
    private List<String> passed = List.of();

    Request(Supplier<@Nullable String> caller) {
      this.caller = caller;
    }
  }

  /**
   * @param container asks the container who calls, outside of requests we have seen
   */
  public Callers(Supplier<@Nullable String> container) {
    this.container = container;
  }

  /** Begins a request on this thread, or a part of one with another view of the caller. */
  public CallerScope enter(Supplier<@Nullable String> caller) {
    Request before = current.get();
    current.set(new Request(caller));
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
    Request request = current.get();
    return Optional.ofNullable(request == null ? container.get() : request.caller.get())
        .filter(name -> !name.isBlank());
  }

  /** Notes that this request may pass for a connector. */
  void pass(String connector) {
    Request request = current.get();
    if (request != null) {
      request.passed = Stream.concat(request.passed.stream(), Stream.of(connector)).toList();
    }
  }

  /** Whether this request has passed for a connector already. */
  boolean hasPassed(String connector) {
    Request request = current.get();
    return request != null && request.passed.contains(connector);
  }
}
