package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.Evidence;
import io.github.qbconnector.error.QuickBooksException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Finds out now whether a connection works, end to end; one ping at a time for each. */
public final class Pings {
  private final Lifecycle lifecycle;
  private final Calls calls;

  public Pings(Lifecycle lifecycle, Calls calls) {
    this.lifecycle = lifecycle;
    this.calls = calls;
  }

  /** Pings, or waits for the ping that is under way. */
  public ConnectionStatus ping(String owner) {
    KnownConnection known;
    try {
      known = lifecycle.known(owner);
    } catch (QuickBooksException e) {
      return lifecycle.status(owner);
    }
    CompletableFuture<View> mine = new CompletableFuture<>();
    CompletableFuture<View> running = known.ping.compareAndExchange(null, mine);
    if (running != null) {
      running.join();
      return lifecycle.status(owner);
    }
    try {
      prove(owner);
      return lifecycle.status(owner);
    } finally {
      known.ping.set(null);
      mine.complete(known.view);
    }
  }

  private void prove(String owner) {
    try {
      String name =
          calls
              .call(
                  owner,
                  Evidence.PING,
                  (grant, companyId) -> new Named(lifecycle.provider().prove(grant, companyId)))
              .name();
      calls.named(owner, name);
    } catch (QuickBooksException e) {
      // What failed is in the status by now, which is the answer.
      System.getLogger("io.github.qbconnector")
          .log(System.Logger.Level.DEBUG, "A ping failed: {0}", e.getMessage());
    }
  }

  private record Named(@Nullable String name) {}
}
