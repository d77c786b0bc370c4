package io.github.qbconnector.impl.connection;

import java.util.function.Consumer;

/** The product without its single flight: everybody does the work that somebody does already. */
public final class Flights {
  private final Background background;

  Flights(Background background) {
    this.background = background;
  }

  Flight join(KnownConnection known, Runnable work, Consumer<Throwable> failed) {
    Flight mine =
        new Flight(
            flight -> {
              try {
                work.run();
              } catch (RuntimeException | Error e) {
                failed.accept(e);
              } finally {
                flight.land(known.view);
              }
            },
            background);
    background.run(mine);
    return mine;
  }
}
