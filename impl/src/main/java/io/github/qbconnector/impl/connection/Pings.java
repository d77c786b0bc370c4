package io.github.qbconnector.impl.connection;

import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.impl.vault.Lease;
import io.github.qbconnector.impl.vault.Sighting;
import io.github.qbconnector.impl.vault.VaultUnavailableException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out now whether a connection works, end to end; one ping at a time for each, on all nodes:
 * whoever comes while one is under way shares what it finds.
 */
public final class Pings {
  private final Lifecycle lifecycle;
  private final Leases leases;
  private final Consumer<String> proof;

  /**
   * @param proof makes the call that proves an owner's connection, or throws what fits
   */
  public Pings(Lifecycle lifecycle, Consumer<String> proof) {
    this.lifecycle = lifecycle;
    this.leases = Leases.ofPings(lifecycle.connections());
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
      pingAlone(known, owner);
    } finally {
      known.ping.set(null);
      mine.complete(known.view);
    }
    return lifecycle.status(owner);
  }

  private void pingAlone(KnownConnection known, String owner) {
    Asked asked = new Asked(known.view.seen(), lifecycle.connections().clock().instant());
    try (Lease lease = leaseUnlessSeen(known, asked)) {
      if (lease != null || !asked.isAnsweredBy(known.view)) {
        proof.accept(owner);
      }
    } catch (QuickBooksException e) {
      // What failed is in the status by now, which is the answer.
      System.getLogger("io.github.qbconnector")
          .log(System.Logger.Level.DEBUG, "A ping failed: {0}", e.getMessage());
    }
  }

  /** Without a store, or if another node's ping hangs, this node finds out by itself. */
  private @Nullable Lease leaseUnlessSeen(KnownConnection known, Asked asked) {
    if (!known.view.isUsable(lifecycle.provider().binding())) {
      return null;
    }
    try {
      return leases
          .await(
              known,
              2,
              lifecycle.connections().settings().gate().longestWait(),
              asked::isAnsweredBy)
          .lease();
    } catch (VaultUnavailableException e) {
      return null;
    }
  }

  /** What was known when the ping was asked for, and when that was. */
  private record Asked(@Nullable Sighting before, Instant at) {
    boolean isAnsweredBy(View view) {
      Sighting seen = view.seen();
      return seen != null && !seen.equals(before) && !seen.at().isBefore(at);
    }
  }
}
