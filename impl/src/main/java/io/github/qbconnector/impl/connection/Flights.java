package io.github.qbconnector.impl.connection;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** One piece of work at a time for each connection; whoever comes later shares its end. */
final class Flights {
  private final Executor background;

  Flights(Executor background) {
    this.background = background;
  }

  /**
   * Begins the work, or joins the work of another caller that is under way.
   *
   * @param failed takes what the work throws
   * @return what to wait for
   */
  Flight join(KnownConnection known, Runnable work, Consumer<Throwable> failed) {
    Flight mine = new Flight();
    Flight running = known.flight.compareAndExchange(null, mine);
    if (running != null) {
      return running;
    }
    Runnable flight =
        () -> {
          try {
            work.run();
          } catch (RuntimeException | Error e) {
            failed.accept(e);
          } finally {
            // Free the seat first: whoever sees the result may want to begin again.
            known.flight.set(null);
            mine.land(known.view);
          }
        };
    try {
      background.execute(flight);
    } catch (RejectedExecutionException e) {
      flight.run();
    }
    return mine;
  }
}
