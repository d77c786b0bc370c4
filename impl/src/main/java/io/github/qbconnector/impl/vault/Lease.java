package io.github.qbconnector.impl.vault;

import io.github.qbconnector.spi.ConnectionStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** The right to do something alone, for a limited time. */
public final class Lease implements AutoCloseable {
  private final ConnectionStore store;
  private final String name;
  private final String holder;
  private final long endsAt;
  private final AtomicBoolean closed = new AtomicBoolean();

  Lease(ConnectionStore store, String name, String holder, long endsAt) {
    this.store = store;
    this.name = name;
    this.holder = holder;
    this.endsAt = endsAt;
  }

  /** Whether it certainly lasts so long still, though this node may have stood still meanwhile. */
  public boolean lasts(Duration length) {
    return endsAt - System.nanoTime() > length.toNanos();
  }

  /** Gives it back; never fails, an expired lease included. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      store.release(name, holder);
    } catch (RuntimeException e) {
      // A lease that cannot be given back runs out by itself.
      System.getLogger(Lease.class.getName())
          .log(System.Logger.Level.DEBUG, "A lease was not given back", e);
    }
  }
}
