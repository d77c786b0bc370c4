package io.github.qbconnector.benchmarks;

import io.github.qbconnector.gate.ConnectionGate;
import io.github.qbconnector.gate.RequestKind;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * What a node keeps in memory for a connection it knows, with tokens of the length of Intuit's: the
 * difference of the used heap before and after the gate has met every owner. The connections come
 * from a database, as after a restart, so that the store itself is not counted. In a JVM of its own
 * with the serial collector, which leaves nothing behind after a full collection.
 */
public final class Memory {
  private static final int CONNECTIONS = 10_000;
  private static final int NODES = 3;
  private static final String RESULT = "bytes per connection: ";

  private Memory() {}

  /** Asks a JVM of its own. */
  static void measure(Path target, Figures figures) throws IOException, InterruptedException {
    Main.say("Memory is measured, for about a minute");
    Path log = Files.createDirectories(target).resolve("memory.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-classpath",
                System.getProperty("java.class.path"),
                Memory.class.getName())
            .redirectError(log.toFile())
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The memory could not be measured; see " + log);
    }
    double bytes =
        said.lines()
            .filter(line -> line.startsWith(RESULT))
            .mapToDouble(line -> Double.parseDouble(line.substring(RESULT.length())))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No figure: " + said));
    figures.put(
        "memory.perConnection.bytes", bytes, "retained, with an access token of 1 kB; see Memory");
    figures.put(
        "memory.10000connections.MB", bytes * CONNECTIONS / 1_000_000, "target: at most 20 MB");
  }

  public static void main(String[] arguments) {
    JdbcConnectionPool pool =
        JdbcConnectionPool.create("jdbc:h2:mem:quickbooks;DB_CLOSE_DELAY=-1", "sa", "");
    OneDataSource.provide(pool);
    Map<String, String> keys =
        Map.of(
            "quickbooks.store", "jdbc",
            "quickbooks.store.data-source", OneDataSource.NAME,
            "quickbooks.store.encryption-keys", "b1:dGhpcnR5LXR3by1ieXRlcy1mb3ItYmVuY2htYXJrcy4=");
    try (QuickBooksSimulator simulator = QuickBooksSimulator.start()) {
      try (Application first = new Application(simulator, keys)) {
        Application.owners(CONNECTIONS).parallelStream()
            .forEach(owner -> first.connect(simulator, owner));
      }
      double[] nodes = new double[NODES];
      for (int i = 0; i < NODES; i++) {
        try (Application node = new Application(simulator, keys)) {
          nodes[i] = perConnection(node.injected(ConnectionGate.class));
        }
      }
      Arrays.sort(nodes);
      Main.say(RESULT + nodes[NODES / 2]);
    } finally {
      pool.dispose();
    }
  }

  private static double perConnection(ConnectionGate gate) {
    // One connection first: what a node needs once is not part of what each needs.
    pass(gate, List.of("user-000000"));
    long before = used();
    pass(gate, Application.owners(CONNECTIONS));
    long after = used();
    return (after - before) / (double) (CONNECTIONS - 1);
  }

  private static void pass(ConnectionGate gate, List<String> owners) {
    for (String owner : owners) {
      if (!gate.decide("default", Optional.of(owner), RequestKind.SCRIPT).passes()) {
        throw new IllegalStateException(owner + " does not pass.");
      }
    }
  }

  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
