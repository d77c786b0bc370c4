package io.github.qbconnector.compatibility.support;

import static java.lang.Math.min;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * What undeployed applications leave in a server's JVM.
 *
 * @param loaders the application's class loaders, one instance of the marker each
 * @param extensions the connector's extensions
 * @param timers threads of timers, and executors with a schedule
 * @param tasks what is still to be run by such executors
 */
public record Leftovers(int loaders, int extensions, int timers, int tasks) {
  private static final String EXTENSION = "io.github.qbconnector.impl.cdi.QuickBooksExtension";
  // Each look at the server takes the better part of a second; an idle HTTP client ends in three.
  private static final int LOOKS = 6;
  private static final int MANY = Integer.MAX_VALUE;

  /** The smallest counts that collecting garbage leads to: for long they have been the same. */
  public static Leftovers in(ServerProcess server, String marker) {
    return in(server, marker, new Leftovers(0, 0, 0, 0));
  }

  /** The same, but what is not more than before is small enough. */
  public static Leftovers in(ServerProcess server, String marker, Leftovers before) {
    Leftovers least = new Leftovers(MANY, MANY, MANY, MANY);
    for (int unchanged = 0; unchanged < LOOKS && !least.isWithin(before); unchanged++) {
      Leftovers less = look(server.histogram(), marker).least(least);
      unchanged = less.equals(least) ? unchanged : 0;
      least = less;
    }
    return least;
  }

  private static Leftovers look(Histogram histogram, String marker) {
    return new Leftovers(
        histogram.of(marker::equals),
        histogram.of(EXTENSION::equals),
        histogram.of("java.util.TimerThread"::equals)
            + histogram.of(ScheduledThreadPoolExecutor.class.getName()::equals),
        histogram.of(name -> name.endsWith("ScheduledFutureTask")));
  }

  /** What has come since. */
  public Leftovers minus(Leftovers before) {
    return new Leftovers(
        loaders - before.loaders,
        extensions - before.extensions,
        timers - before.timers,
        tasks - before.tasks);
  }

  private boolean isWithin(Leftovers other) {
    return least(other).equals(this);
  }

  private Leftovers least(Leftovers other) {
    return new Leftovers(
        min(loaders, other.loaders),
        min(extensions, other.extensions),
        min(timers, other.timers),
        min(tasks, other.tasks));
  }
}
