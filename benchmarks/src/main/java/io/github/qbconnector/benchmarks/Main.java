package io.github.qbconnector.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures everything, writes the figures down, and fails where a budget is broken. */
public final class Main {
  /** Less than one byte: now and then the settings are read again, once a second at most. */
  private static final double MOST_BYTES = 1;

  /** What the gate promises on a machine of its own. */
  private static final double MOST_NANOS = 250;

  /** What a status and the token for a call may take there. */
  private static final double MOST_NANOS_OF_A_CALL = 100;

  /**
   * How many floors each may cost. The build runs on shared machines, where the clock alone has
   * cost anything from 20 to 100 ns; a time by itself would fail for the neighbours' sake. The
   * floor of the same run suffers with us, so only what is slow in both ways is our own fault.
   */
  private static final double MOST_FLOORS = 8;

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    Path target = Path.of(System.getProperty("bench.target", "target"));
    List<String> parts = List.of(System.getProperty("bench.parts", "").split(",", -1));
    Figures figures = new Figures();
    if (parts.contains("jmh")) {
      Timings.measure(target, figures);
    }
    if (parts.contains("memory")) {
      Memory.measure(target, figures);
    }
    if (parts.contains("deployment")) {
      Deployment.measure(target, figures);
    }
    figures.write(target);
    say("\n" + figures.table());
    List<String> broken = broken(figures);
    broken.forEach(Main::say);
    if (!broken.isEmpty()) {
      System.exit(1);
    }
  }

  /** The budgets that are not kept, in words. */
  static List<String> broken(Figures figures) {
    List<String> broken = new ArrayList<>();
    check(figures, "gate.decide", MOST_NANOS, "floor.volatileClock", broken);
    // Among many owners everybody waits for the machine's memory, the plainest map too.
    check(figures, "gate.decide10k", MOST_NANOS, "floor.map10kClock", broken);
    check(figures, "connection.status", MOST_NANOS_OF_A_CALL, "floor.volatileClock", broken);
    check(figures, "connection.token", MOST_NANOS_OF_A_CALL, "floor.volatileClock", broken);
    return broken;
  }

  private static void check(
      Figures figures, String measured, double mostNanos, String floorName, List<String> broken) {
    if (!figures.has(measured + ".bestNs")) {
      return;
    }
    double bytes = figures.get(measured + ".bytesPerOp");
    if (bytes >= MOST_BYTES) {
      broken.add(text("BUDGET: %s allocates %.1f B/op, but must not.", measured, bytes));
    }
    double nanos = figures.get(measured + ".bestNs");
    double floor = figures.get(floorName + ".bestNs");
    if (nanos > mostNanos && nanos > MOST_FLOORS * floor) {
      broken.add(
          text(
              "BUDGET: %s takes %.0f ns at best, more than %.0f ns and %.1f times %s.",
              measured, nanos, mostNanos, nanos / floor, floorName));
    }
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  static void say(String line) {
    System.out.println(line);
  }
}
