package io.github.qbconnector.chaos;

import io.github.qbconnector.chaos.verdict.Figures;
import io.github.qbconnector.chaos.verdict.Verdict;
import java.time.Duration;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param outcomes of the application's calls
 * @param struck what was done, and how often
 */
record Result(
    Scenario scenario,
    Verdict verdict,
    Duration time,
    long calls,
    Map<String, Long> outcomes,
    Map<String, Long> struck) {

  void addTo(Figures figures) {
    put(figures, "nodes", scenario.nodes());
    put(figures, "seconds", time.toMillis() / 1000.0);
    put(figures, "connections", verdict.connections());
    put(figures, "refreshes", verdict.refreshes());
    put(figures, "refreshesPerSecond", verdict.refreshes() * 1000.0 / time.toMillis());
    put(figures, "calls", calls);
    put(figures, "callsPerSecond", calls * 1000.0 / time.toMillis());
    put(figures, "lost", verdict.lost());
    put(figures, "unavoidable", verdict.unavoidable());
    put(figures, "fatalStrikes", verdict.fatalStrikes());
    put(figures, "tokenCalls", verdict.calls());
    put(figures, "doubled", verdict.doubled());
    put(figures, "crashRetries", verdict.excused());
    put(figures, "staleTokens", verdict.staleTokens());
    put(figures, "strikes", struck.values().stream().mapToLong(Long::longValue).sum());
  }

  private void put(Figures figures, String name, double value) {
    figures.put(scenario.name() + "." + name, value);
  }

  private void put(Figures figures, String name, long value) {
    put(figures, name, (double) value);
  }

  /** What the figures do not tell. */
  String told() {
    StringBuilder told = new StringBuilder(scenario.name()).append('\n');
    struck.forEach((what, times) -> told.append("  %6d x %s%n".formatted(times, what)));
    outcomes.forEach((what, times) -> told.append("  %6d calls: %s%n".formatted(times, what)));
    verdict.findings().stream().limit(20).forEach(f -> told.append("  ").append(f).append('\n'));
    return told.toString();
  }
}
