package io.github.qbconnector.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs JMH: one fork each and short. Told are the median of the iterations and the best one:
 * neighbours make iterations slower, never quicker, so what can be compared between two benchmarks
 * on a shared machine is their best.
 */
final class Timings {
  /** Our names for JMH's, and what each means. */
  private static final Map<String, String[]> NAMES = new LinkedHashMap<>();

  static {
    name("FloorBenchmark.volatileAndClock", "floor.volatileClock", "a volatile read and the clock");
    name("FloorBenchmark.mapAndClock", "floor.mapClock", "ConcurrentHashMap.get and the clock");
    name("FloorBenchmark.caffeineAndClock", "peer.caffeineClock", "Caffeine and the clock");
    name(
        "FloorBenchmark.mapOfTenThousandAndClock",
        "floor.map10kClock",
        "the same, one of 10,000 owners");
    name(
        "FloorBenchmark.springAuthorizedClient",
        "peer.springAuthorizedClient",
        "Spring Security finds a stored client in memory; it decides nothing");
    name("GateBenchmark.decide", "gate.decide", "the decision, one owner");
    name("GateBenchmark.decideAmongTenThousand", "gate.decide10k", "one of 10,000 owners");
    name("GateBenchmark.decideThroughProxy", "gate.decideProxy", "through the CDI client proxy");
    name("FilterBenchmark.noFilter", "gate.noFilter", "a request without our filters");
    name(
        "FilterBenchmark.filterWithoutProxy",
        "gate.filterNoProxy",
        "both filters, owner by principal, no CDI proxy");
    name("FilterBenchmark.filter", "gate.filter", "both filters, CDI proxy, owner by principal");
    name("GateBenchmark.handle", "connection.handle", "connector.connection(owner)");
    name("GateBenchmark.status", "connection.status", "connection.status()");
    name("GateBenchmark.tokenHandOut", "connection.token", "a valid token for a call");
  }

  private Timings() {}

  private static void name(String jmh, String ours, String meaning) {
    NAMES.put(jmh, new String[] {ours, meaning});
  }

  static void measure(Path target, Figures figures) throws Exception {
    Files.createDirectories(target);
    Path report = target.resolve("jmh.txt");
    Main.say("JMH measures for about three minutes; its report goes to " + report.getFileName());
    Collection<RunResult> results = run(report);
    Map<String, RunResult> byName = new LinkedHashMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      byName.put(name.substring(Timings.class.getPackageName().length() + 1), result);
    }
    NAMES.forEach(
        (jmh, ours) -> {
          RunResult result = byName.get(jmh);
          if (result == null) {
            throw new IllegalStateException(jmh + " did not run to its end; see " + report);
          }
          put(figures, ours[0], ours[1], result);
        });
    compare(figures);
  }

  private static Collection<RunResult> run(Path report) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(Timings.class.getPackageName() + ".*Benchmark.*")
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(10)
            .measurementTime(TimeValue.milliseconds(500))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .output(report.toString())
            .build();
    return new Runner(options).run();
  }

  private static void put(Figures figures, String name, String meaning, RunResult result) {
    Statistics iterations = result.getPrimaryResult().getStatistics();
    figures.put(
        name + ".ns",
        iterations.getPercentile(50),
        String.format(Locale.ROOT, "up to %.0f  %s", iterations.getMax(), meaning));
    figures.put(name + ".bestNs", iterations.getMin());
    Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
    if (bytes == null) {
      throw new IllegalStateException("JMH tells no allocation of " + name);
    }
    figures.put(name + ".bytesPerOp", bytes.getScore());
  }

  private static void compare(Figures figures) {
    figures.put(
        "gate.decide.floors",
        figures.get("gate.decide.bestNs") / figures.get("floor.volatileClock.bestNs"),
        "best decision / best volatile read and clock");
    figures.put(
        "gate.decide10k.floors",
        figures.get("gate.decide10k.bestNs") / figures.get("floor.map10kClock.bestNs"),
        "best decision / best map and clock, 10,000 owners");
    figures.put(
        "gate.filter.addedNs",
        figures.get("gate.filter.bestNs") - figures.get("gate.noFilter.bestNs"),
        "what a gated request pays in all; promised: less than a microsecond");
    figures.put(
        "gate.filter.proxyNs",
        figures.get("gate.filter.bestNs") - figures.get("gate.filterNoProxy.bestNs"),
        "of which CDI");
  }
}
