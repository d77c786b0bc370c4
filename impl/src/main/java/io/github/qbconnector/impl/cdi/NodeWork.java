package io.github.qbconnector.impl.cdi;

import io.github.qbconnector.impl.connection.Housekeeping;
import io.github.qbconnector.impl.connection.Renewals;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this node does by itself from time to time, on threads of the server's, so that connections
 * are kept alive in an application that nobody uses for months.
 */
final class NodeWork implements AutoCloseable {
  /** Short, since servers keep what is cancelled until it would have run. */
  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final Housekeeping housekeeping;
  private final List<Renewals> renewals;
  private final @Nullable Schedule schedule;

  NodeWork(Housekeeping housekeeping, List<Renewals> renewals, ContainerThreads threads) {
    this.housekeeping = housekeeping;
    this.renewals = List.copyOf(renewals);
    this.schedule = threads.every(PERIOD, this::doWhatIsDue);
  }

  private void doWhatIsDue() {
    try {
      renewals.forEach(Renewals::saveAll);
      housekeeping.runIfDue();
    } catch (RuntimeException e) {
      // An exception would end the schedule.
      System.getLogger("io.github.qbconnector")
          .log(System.Logger.Level.WARNING, "QBC0308: looking after idle connections failed", e);
    }
  }

  /** Stops, and gives the store what it has not taken so far. */
  @Override
  public void close() {
    if (schedule != null) {
      schedule.close();
    }
    renewals.forEach(Renewals::saveNow);
  }
}
