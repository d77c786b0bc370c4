package io.github.qbconnector.chaos;

import io.github.qbconnector.chaos.cluster.ChaosWar;
import io.github.qbconnector.chaos.cluster.Cluster;
import io.github.qbconnector.chaos.cluster.Installation;
import io.github.qbconnector.chaos.cluster.Postgres;
import io.github.qbconnector.chaos.faults.ProviderWatch;
import io.github.qbconnector.chaos.faults.Referee;
import io.github.qbconnector.chaos.faults.Storm;
import io.github.qbconnector.chaos.load.Callers;
import io.github.qbconnector.chaos.verdict.Diary;
import io.github.qbconnector.chaos.verdict.Figures;
import io.github.qbconnector.chaos.verdict.Ledger;
import io.github.qbconnector.chaos.verdict.Verdict;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Database and provider, which outlive every node; runs are played on it one after another. */
final class Stage implements AutoCloseable {
  private static final Duration ROTATION_AGE = Duration.ofSeconds(45);

  private static final Duration LONGEST = Duration.ofMinutes(12);
  private static final Duration QUIET = Duration.ofSeconds(30);
  private static final int CALLERS = 12;
  private static final Duration PACE = Duration.ofMillis(10);

  private final Installation installation = Installation.prepared();
  private final Figures figures = new Figures();
  private final Postgres postgres = new Postgres(installation.target().resolve("postgres"));
  private final QuickBooksSimulator simulator = QuickBooksSimulator.start();
  private final Random random;
  private int played;

  Stage(long seed) {
    this.random = new Random(seed);
    say("chaos.seed=" + seed);
  }

  /** The seed that was asked for, or a new one. */
  static long seed() {
    String asked = System.getProperty("chaos.seed", "");
    return asked.isEmpty() ? System.nanoTime() : Long.parseLong(asked);
  }

  /** Plays a run to its end. */
  Result play(Scenario scenario) {
    simulator.reset();
    simulator
        .intuit()
        .tokens()
        .accessLifetime(scenario.life())
        .rotation(scenario.rotation())
        .rotationAge(ROTATION_AGE)
        .grace(scenario.grace());
    try (Diary diary = new Diary(installation.target().resolve(scenario.name() + ".log"))) {
      return play(scenario, diary, new Ledger(diary::note));
    }
  }

  private Result play(Scenario scenario, Diary diary, Ledger ledger) {
    try (Referee referee = new Referee(ledger)) {
      simulator.bystanders().add(new ProviderWatch(referee, ledger, simulator.faults()));
      Path war =
          ChaosWar.pack(installation, simulator.intuit().url(), scenario.mutation().instead());
      try (Cluster cluster =
          new Cluster(
              installation,
              scenario.nodes(),
              war,
              postgres.port(),
              Map.of(
                  "chaos.referee", referee.url().toString(),
                  "chaos.store", scenario.mutation().store()))) {
        referee.watch(cluster);
        return play(scenario, diary, ledger, referee, cluster);
      }
    }
  }

  private Result play(
      Scenario scenario, Diary diary, Ledger ledger, Referee referee, Cluster cluster) {
    played++;
    try (Callers callers =
        new Callers(
            cluster,
            simulator.intuit(),
            ledger,
            random,
            "9%03d".formatted(played),
            scenario.owners(),
            PACE)) {
      callers.connectAll(CALLERS);
      say(scenario.name() + ": everybody is connected");
      long begin = System.nanoTime();
      callers.begin(CALLERS);
      Map<String, Long> struck = rage(scenario, diary, ledger, referee, cluster, begin);
      callers.end();
      Duration time = Duration.ofNanos(System.nanoTime() - begin);
      long calls = ledger.calls();
      Set<String> alive = callers.whoIsAlive(CALLERS);
      awaitQuiet(referee);
      Verdict verdict = ledger.close(alive::contains);
      Result result = new Result(scenario, verdict, time, calls, ledger.outcomes(), struck);
      result.addTo(figures);
      figures.write(installation.target());
      say(result.told());
      return result;
    }
  }

  /** Calls leave refreshes behind them that end after them. */
  private static void awaitQuiet(Referee referee) {
    long end = System.nanoTime() + QUIET.toNanos();
    while (!referee.isQuiet() && System.nanoTime() < end) {
      LockSupport.parkNanos(PACE.toNanos());
    }
  }

  private Map<String, Long> rage(
      Scenario scenario, Diary diary, Ledger ledger, Referee referee, Cluster cluster, long begin) {
    Storm storm =
        new Storm(
            cluster,
            referee,
            scenario.stop(),
            scenario.strikes(),
            random,
            what -> {
              diary.note(what);
              say(
                  "%6.1f s %6d refreshes %7d calls: %s"
                      .formatted(
                          (System.nanoTime() - begin) / 1e9,
                          ledger.refreshes(),
                          ledger.calls(),
                          what));
            });
    BooleanSupplier isOver =
        () ->
            (ledger.refreshes() >= scenario.refreshes() && storm.planIsDone())
                || System.nanoTime() - begin > LONGEST.toNanos();
    CompletableFuture<Map<String, Long>> weather =
        scenario.isStormy()
            ? storm.weather(simulator.faults(), postgres, isOver)
            : CompletableFuture.completedFuture(Map.of());
    Map<String, Long> struck = new TreeMap<>();
    if (scenario.strikes().isEmpty()) {
      while (!isOver.getAsBoolean()) {
        LockSupport.parkNanos(PACE.toNanos());
      }
    } else {
      struck.putAll(storm.rage(isOver));
    }
    struck.putAll(weather.join());
    return struck;
  }

  private static void say(String line) {
    System.out.println(line);
  }

  @Override
  public void close() {
    say(figures.table());
    simulator.close();
    postgres.close();
  }
}
