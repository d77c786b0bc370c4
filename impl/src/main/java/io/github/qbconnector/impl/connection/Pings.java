package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.error.QuickBooksException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Finds out now whether a connection works, end to end; one ping at a time for each. */
public final class Pings {
  private final Lifecycle lifecycle;
  private final Consumer<String> proof;

  /**
   * @param proof makes the call that proves an owner's connection, or throws what fits
   */
  public Pings(Lifecycle lifecycle, Consumer<String> proof) {
    this.lifecycle = lifecycle;
    this.proof = proof;
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
      proof.accept(owner);
    } catch (QuickBooksException e) {
      // What failed is in the status by now, which is the answer.
      System.getLogger("io.github.qbconnector")
          .log(System.Logger.Level.DEBUG, "A ping failed: {0}", e.getMessage());
    } finally {
      known.ping.set(null);
      mine.complete(known.view);
    }
    return lifecycle.status(owner);
  }
}
