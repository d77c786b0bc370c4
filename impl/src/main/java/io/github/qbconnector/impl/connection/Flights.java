package io.github.qbconnector.impl.connection;

import java.util.function.Consumer;

/** One piece of work at a time for each connection; whoever comes later shares its end. */
final class Flights {
  private final Background background;

  Flights(Background background) {
    this.background = background;
  }

  /**
   * Begins the work, or joins the work of another caller that is under way.
   *
   * @param failed takes what the work throws
   * @return what to wait for
   */
  Flight join(KnownConnection known, Runnable work, Consumer<Throwable> failed) {
    Flight mine =
        new Flight(
            flight -> {
              try {
                work.run();
              } catch (RuntimeException | Error e) {
                failed.accept(e);
              } finally {
                // Free the seat first: whoever sees the result may want to begin again.
                known.flight.set(null);
                flight.land(known.view);
              }
            },
            background);
    Flight running = known.flight.compareAndExchange(null, mine);
    if (running != null) {
      return running;
    }
    background.run(mine);
    return mine;
  }
}
