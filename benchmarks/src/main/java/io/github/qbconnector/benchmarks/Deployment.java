package io.github.qbconnector.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the connector adds to the deployment of a WAR that has nothing else: the same server deploys
 * the WAR without it and with it in turns, so that both meet the same warmth and the same noise.
 */
final class Deployment {
  /** The first rounds load the server's own classes; whoever comes first would pay for them. */
  private static final int WARM_UP = 3;

  private static final int ROUNDS = 9;

  private Deployment() {}

  static void measure(Path target, Figures figures) throws IOException, InterruptedException {
    Main.say("Open Liberty deploys two WARs in turns, for about a minute");
    Path folder = Files.createDirectories(target.resolve("wars"));
    Path empty = Wars.empty(folder);
    Path connected = Wars.withConnector(folder);
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    double firstWith;
    try (LibertyServer server = new LibertyServer(target.resolve("liberty/wlp"), "bench")) {
      server.deploy(empty);
      firstWith = server.deploy(connected);
      for (int round = 1; round < WARM_UP + ROUNDS; round++) {
        double emptyMillis = server.deploy(empty);
        double connectedMillis = server.deploy(connected);
        if (round >= WARM_UP) {
          without.add(emptyMillis);
          with.add(connectedMillis);
        }
      }
      // A connector that failed to start would be quick.
      if (!server.hasSaid("QBC0000")) {
        throw new IllegalStateException("The connector did not report its start.");
      }
    }
    double emptyMillis = median(without);
    double connectedMillis = median(with);
    figures.put("deploy.emptyWar.ms", emptyMillis, spread(without));
    figures.put("deploy.withConnector.ms", connectedMillis, spread(with));
    figures.put(
        "deploy.added.ms", connectedMillis - emptyMillis, "medians; target: at most 100 ms");
    figures.put("deploy.ratio", connectedMillis / emptyMillis);
    figures.put(
        "deploy.firstWithConnector.ms", firstWith, "its first deployment in a fresh server, once");
    long bytes = Files.size(connected) - Files.size(empty);
    figures.put("deploy.addedToWar.kB", bytes / 1000.0, "the three jars");
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static String spread(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "median of %d, %.0f to %.0f, Open Liberty",
        sorted.size(),
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }
}
