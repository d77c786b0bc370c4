package io.github.qbconnector.chaos.load;

import io.github.qbconnector.chaos.cluster.Cluster;
import io.github.qbconnector.chaos.cluster.Node;
import io.github.qbconnector.chaos.verdict.Ledger;
import io.github.qbconnector.simulator.SimulatedIntuit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Calls for random owners through all nodes, without a pause, until they are sent home. */
public final class Callers implements AutoCloseable {
  private static final String GOOD = "OK";
  private static final String DEAD = "ReconnectRequiredException";
  private static final String REPEATED = "repeated elsewhere";
  private static final Duration SETTLING = Duration.ofSeconds(90);
  private static final Duration DEAD_FOR_GOOD = Duration.ofSeconds(5);
  private static final long BREATH = 250_000_000;

  private final Cluster cluster;
  private final Ledger ledger;
  private final Customers customers;
  private final Random random;
  private final Duration pace;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<CompletableFuture<Void>> running = new ArrayList<>();
  private volatile boolean isOver;

  /**
   * @param prefix of the companies' ids: digits of this run's own
   * @param pace how long a caller rests after a call
   */
  public Callers(
      Cluster cluster,
      SimulatedIntuit intuit,
      Ledger ledger,
      Random random,
      String prefix,
      int owners,
      Duration pace) {
    this.cluster = cluster;
    this.ledger = ledger;
    this.random = random;
    this.pace = pace;
    this.customers = new Customers(cluster, intuit, ledger, prefix, owners);
  }

  /** Connects everybody. */
  public void connectAll(int atOnce) {
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (int part = 0; part < atOnce; part++) {
      int first = part;
      Random own = new Random(random.nextLong());
      parts.add(
          CompletableFuture.runAsync(
              () ->
                  IntStream.range(0, customers.size())
                      .filter(seat -> seat % atOnce == first)
                      .forEach(seat -> customers.seat(seat, own)),
              threads));
    }
    parts.forEach(CompletableFuture::join);
  }

  /** Begins to call. */
  public void begin(int callers) {
    for (int i = 0; i < callers; i++) {
      Random own = new Random(random.nextLong());
      running.add(CompletableFuture.runAsync(() -> callOn(own), threads));
    }
  }

  private void callOn(RandomGenerator own) {
    while (!isOver) {
      int seat = own.nextInt(customers.size());
      Customer customer = customers.at(seat);
      Optional<String> outcome = call(customer, own);
      ledger.called(outcome.orElse(REPEATED));
      outcome.ifPresent(o -> customers.learn(seat, customer, o.startsWith(DEAD), own));
      LockSupport.parkNanos(outcome.isEmpty() ? BREATH : pace.toNanos());
    }
  }

  private Optional<String> call(Customer customer, RandomGenerator own) {
    Optional<Node> node = cluster.any(own);
    return node.flatMap(n -> n.ask("GET", "/call?owner=" + customer.owner()));
  }

  /** Sends everybody home and waits for the last call to end. */
  public void end() {
    isOver = true;
    running.forEach(CompletableFuture::join);
    running.clear();
  }

  /**
   * Calls for every owner there ever was until it works, or is dead for good.
   *
   * @return the owners whose connection works
   */
  public Set<String> whoIsAlive(int atOnce) {
    Set<String> alive = ConcurrentHashMap.newKeySet();
    List<Customer> everybody = customers.everybody();
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    for (int part = 0; part < atOnce; part++) {
      int first = part;
      Random own = new Random(random.nextLong());
      parts.add(
          CompletableFuture.runAsync(
              () ->
                  IntStream.range(0, everybody.size())
                      .filter(i -> i % atOnce == first)
                      .mapToObj(everybody::get)
                      .filter(customer -> isAlive(customer, own))
                      .forEach(customer -> alive.add(customer.owner())),
              threads));
    }
    parts.forEach(CompletableFuture::join);
    return alive;
  }

  private boolean isAlive(Customer customer, RandomGenerator own) {
    long begin = System.nanoTime();
    while (true) {
      String outcome = call(customer, own).orElse(REPEATED);
      long waited = System.nanoTime() - begin;
      if (outcome.equals(GOOD)) {
        return true;
      }
      boolean isDead = outcome.startsWith(DEAD);
      if (waited > (isDead ? DEAD_FOR_GOOD : SETTLING).toNanos()) {
        ledger.called("at the end: " + outcome);
        return false;
      }
      LockSupport.parkNanos(BREATH);
    }
  }

  @Override
  public void close() {
    isOver = true;
    threads.shutdownNow();
  }
}
