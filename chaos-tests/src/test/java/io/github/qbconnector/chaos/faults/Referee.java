package io.github.qbconnector.chaos.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.qbconnector.chaos.cluster.Cluster;
import io.github.qbconnector.chaos.cluster.Node;
import io.github.qbconnector.chaos.verdict.Event.Cause;
import io.github.qbconnector.chaos.verdict.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hears from every node where its refreshes are, keeps the node waiting meanwhile, and strikes it
 * there if that was ordered.
 */
public final class Referee implements AutoCloseable {
  /** How long after a stop a node may still send what it meant to send before. */
  private static final long AFTER_A_STOP_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final Ledger ledger;
  private final Flights flights = new Flights();
  private final HttpServer line;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicReference<@Nullable Order> ordered = new AtomicReference<>();
  private volatile @Nullable Cluster cluster;
  private volatile boolean databaseIsAway;
  private volatile long thawedAt = System.nanoTime() - AFTER_A_STOP_NANOS;

  /** A strike that waits for somebody to come to its point. */
  private record Order(Strike strike, CompletableFuture<Node> struck) {}

  /** Opens the line. */
  public Referee(Ledger ledger) {
    this.ledger = ledger;
    try {
      line = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    line.setExecutor(threads);
    line.createContext("/at", this::hear);
    line.start();
  }

  /** Where nodes call. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + line.getAddress().getPort() + "/at");
  }

  /** The nodes it may strike. */
  public void watch(Cluster nodes) {
    cluster = nodes;
  }

  /**
   * Orders a strike at the next node that comes to its point.
   *
   * @return the node, once it was struck; the earlier order is forgotten
   */
  public CompletableFuture<Node> order(Strike strike) {
    Order order = new Order(strike, new CompletableFuture<>());
    ordered.set(order);
    return order.struck();
  }

  /**
   * Takes back what was ordered.
   *
   * @return {@code false} if it is too late
   */
  public boolean cancel() {
    return ordered.getAndSet(null) != null;
  }

  private void hear(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> told = parameters(exchange.getRequestURI().getQuery());
      reached(
          Integer.parseInt(told.getOrDefault("node", "0")),
          told.getOrDefault("moment", ""),
          told.getOrDefault("realm", ""),
          Long.parseLong(told.getOrDefault("generation", "0")));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> parameters.put(pair[0], pair[1]));
    return parameters;
  }

  private void reached(int node, String moment, String realm, long generation) {
    ledger.told(node, moment, realm, generation);
    switch (moment) {
      case "LEASED" -> flights.begin(node, realm);
      case "COMMITTED" -> ledger.written(realm, generation);
      case "RELEASED" -> {
        flights.end(node, realm);
        if (databaseIsAway) {
          ledger.struck(realm, Cause.DATABASE);
        }
      }
      default -> {
        // Only a place to strike at.
      }
    }
    for (Point point : Point.values()) {
      if (point.name().equals(moment)) {
        Optional<Blow> unused = reached(node, point);
      }
    }
  }

  /**
   * A refresh has come to a point at the provider.
   *
   * @return what was done to its node
   */
  Optional<Blow> reached(String realm, Point point) {
    return flights.node(realm).flatMap(node -> reached(node, point));
  }

  private Optional<Blow> reached(int number, Point point) {
    Order order = ordered.get();
    Cluster nodes = cluster;
    if (order == null || nodes == null || order.strike().point() != point) {
      return Optional.empty();
    }
    Node node = nodes.node(number);
    // Somebody must be left to carry on.
    if (!node.isInService()
        || nodes.inService().size() < 2
        || !ordered.compareAndSet(order, null)) {
      return Optional.empty();
    }
    strike(node, order.strike().blow());
    order.struck().complete(node);
    return Optional.of(order.strike().blow());
  }

  /** Strikes a node wherever it is. */
  void strike(Node node, Blow blow) {
    switch (blow) {
      case KILL -> {
        node.kill();
        flights.endAll(node.number()).forEach(r -> ledger.struck(r, Cause.NODE_KILLED));
      }
      case STOP, OUTLIVE -> {
        node.freeze();
        flights.of(node.number()).forEach(r -> ledger.struck(r, Cause.NODE_STOPPED));
      }
    }
  }

  /** Lets a stopped node go on. */
  void thaw(Node node) {
    thawedAt = System.nanoTime();
    node.thaw();
  }

  /** Whether requests may arrive now that a stopped node meant to send long ago. */
  boolean isJustAfterAStop() {
    return System.nanoTime() - thawedAt < AFTER_A_STOP_NANOS;
  }

  /** Whether a node that lives refreshes this connection. */
  boolean isUnderWay(String realm) {
    return flights.node(realm).isPresent();
  }

  /** Whether nothing is being refreshed on any node. */
  public boolean isQuiet() {
    return flights.all().isEmpty();
  }

  /** Strikes the database, and with it whoever refreshes meanwhile. */
  void strikeDatabase(Runnable blow) {
    databaseIsAway = true;
    try {
      blow.run();
    } finally {
      flights.all().forEach(realm -> ledger.struck(realm, Cause.DATABASE));
      databaseIsAway = false;
    }
  }

  @Override
  public void close() {
    line.stop(0);
    threads.shutdownNow();
  }
}
