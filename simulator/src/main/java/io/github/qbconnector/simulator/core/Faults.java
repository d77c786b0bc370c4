package io.github.qbconnector.simulator.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The faults that are ordered now; of several that match a request the oldest one strikes. */
public final class Faults {

  /**
   * An ordered fault.
   *
   * @param id names it in {@link Faults#remove(long)}
   * @param left how many requests it still spoils; 0 means all until it is cleared
   */
  public record Ordered(long id, Fault fault, int left) {}

  private final List<Ordered> ordered = new ArrayList<>();
  private CountDownLatch release = new CountDownLatch(1);
  private long lastId;

  /** Orders a fault and answers its id. */
  public synchronized long add(Fault fault) {
    lastId++;
    ordered.add(new Ordered(lastId, fault, fault.times()));
    return lastId;
  }

  /** Takes a fault back; requests that hang are let go. */
  public synchronized boolean remove(long id) {
    boolean removed = ordered.removeIf(entry -> entry.id() == id);
    if (removed) {
      letGo();
    }
    return removed;
  }

  /** Takes all faults back; requests that hang are let go. */
  public synchronized void clear() {
    ordered.clear();
    letGo();
  }

  /** What is ordered now. */
  public synchronized List<Ordered> list() {
    return List.copyOf(ordered);
  }

  /** The fault that strikes this request, counted as used. */
  public synchronized Optional<Fault> take(FaultTarget request) {
    for (int i = 0; i < ordered.size(); i++) {
      Ordered entry = ordered.get(i);
      if (entry.fault().matches(request)) {
        if (entry.left() == 1) {
          ordered.remove(i);
        } else if (entry.left() > 1) {
          ordered.set(i, new Ordered(entry.id(), entry.fault(), entry.left() - 1));
        }
        return Optional.of(entry.fault());
      }
    }
    return Optional.empty();
  }

  /**
   * Holds the calling request until the delay is over or faults are cleared.
   *
   * @return whether faults were cleared before the delay was over
   */
  public boolean hold(Duration delay) {
    try {
      return currentRelease().await(delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Holds the calling request until faults are cleared, but never for more than a day. */
  public void holdUntilCleared() {
    hold(Duration.ofDays(1));
  }

  private synchronized CountDownLatch currentRelease() {
    return release;
  }

  private void letGo() {
    release.countDown();
    release = new CountDownLatch(1);
  }
}
