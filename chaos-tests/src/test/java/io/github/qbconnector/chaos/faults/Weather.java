package io.github.qbconnector.chaos.faults;

import io.github.qbconnector.chaos.cluster.Postgres;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import io.github.qbconnector.simulator.core.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What goes wrong around the nodes: the token endpoint has bad moments, the database restarts. */
final class Weather implements Runnable {
  private static final List<Fault> BAD_MOMENTS =
      List.of(
          Fault.latency(Duration.ofMillis(700)).times(3),
          Fault.of(FaultKind.DROP_BEFORE).times(2),
          Fault.of(FaultKind.DROP_AFTER_SEND).once(),
          Fault.of(FaultKind.HANG_AFTER_SEND).once(),
          Fault.of(FaultKind.MALFORMED).once(),
          Fault.of(FaultKind.HTML_200).times(2),
          Fault.throttle().times(3),
          Fault.throttle(Duration.ofSeconds(2)).times(2),
          Fault.status(503).times(3));

  private static final Duration BETWEEN_MOMENTS = Duration.ofMillis(1500);
  private static final int MOMENTS_BETWEEN_RESTARTS = 16;

  private final Faults faults;
  private final Postgres postgres;
  private final Referee referee;
  private final RandomGenerator random;
  private final BooleanSupplier isOver;
  private final Consumer<String> told;
  private final Map<String, Long> seen = new TreeMap<>();

  Weather(
      Faults faults,
      Postgres postgres,
      Referee referee,
      RandomGenerator random,
      BooleanSupplier isOver,
      Consumer<String> told) {
    this.faults = faults;
    this.postgres = postgres;
    this.referee = referee;
    this.random = random;
    this.isOver = isOver;
    this.told = told;
  }

  @Override
  public void run() {
    for (int moment = 1; !isOver.getAsBoolean(); moment++) {
      Fault fault = BAD_MOMENTS.get(random.nextInt(BAD_MOMENTS.size())).on(EndpointKind.TOKEN);
      long id = faults.add(fault.forGrantType("refresh_token"));
      count("token endpoint " + fault.kind());
      if (moment % MOMENTS_BETWEEN_RESTARTS == 0) {
        strikeDatabase();
      }
      LockSupport.parkNanos(BETWEEN_MOMENTS.toNanos());
      // Also lets those go that hang.
      boolean unused = faults.remove(id);
      letGo();
    }
  }

  /** A fault that is used up is no longer listed, and who hangs from it is let go only so. */
  private void letGo() {
    long id = faults.add(Fault.of(FaultKind.HANG).on(EndpointKind.JWKS));
    boolean unused = faults.remove(id);
  }

  private void strikeDatabase() {
    boolean inGoodOrder = random.nextBoolean();
    String what = inGoodOrder ? "database restart" : "database crash";
    count(what);
    told.accept(what);
    referee.strikeDatabase(inGoodOrder ? postgres::restart : postgres::crash);
    told.accept("database is back");
  }

  private synchronized void count(String what) {
    seen.merge(what, 1L, Long::sum);
  }

  /** What there was, and how often. */
  synchronized Map<String, Long> seen() {
    return new TreeMap<>(seen);
  }
}
