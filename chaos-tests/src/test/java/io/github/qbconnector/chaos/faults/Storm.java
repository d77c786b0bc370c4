package io.github.qbconnector.chaos.faults;

import io.github.qbconnector.chaos.cluster.Cluster;
import io.github.qbconnector.chaos.cluster.Node;
import io.github.qbconnector.chaos.cluster.Postgres;
import io.github.qbconnector.simulator.core.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Strikes node after node: at each named point with each blow, and then wherever they are. */
public final class Storm {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration CALM = Duration.ofSeconds(1);

  private final Cluster cluster;
  private final Referee referee;
  private final Duration stop;
  private final List<Strike> planned;
  private final Random random;
  private final Consumer<String> told;
  private final Map<String, Long> struck = new TreeMap<>();
  private volatile boolean planIsDone;

  /**
   * @param stop how long a stopped node stands still: longer than its lease lasts
   * @param strikes to be made in any case, in an order that the random numbers decide
   * @param told hears of everything that is done
   */
  public Storm(
      Cluster cluster,
      Referee referee,
      Duration stop,
      List<Strike> strikes,
      Random random,
      Consumer<String> told) {
    this.cluster = cluster;
    this.referee = referee;
    this.stop = stop;
    this.planned = new ArrayList<>(strikes);
    this.random = random;
    this.told = told;
    Collections.shuffle(planned, random);
    this.planIsDone = planned.isEmpty();
  }

  /** Whether all that was planned has been done. */
  public boolean planIsDone() {
    return planIsDone;
  }

  /** Begins bad weather around the nodes, until it is over. */
  public CompletableFuture<Map<String, Long>> weather(
      Faults faults, Postgres postgres, BooleanSupplier isOver) {
    Weather weather =
        new Weather(faults, postgres, referee, new Random(random.nextLong()), isOver, told);
    return CompletableFuture.runAsync(weather, task -> new Thread(task, "weather").start())
        .thenApply(done -> weather.seen());
  }

  /** Goes on until it is over; all nodes are in service then. */
  public Map<String, Long> rage(BooleanSupplier isOver) {
    for (Strike strike : planned) {
      if (isOver.getAsBoolean()) {
        break;
      }
      atPoint(strike);
    }
    planIsDone = true;
    while (!isOver.getAsBoolean()) {
      anywhere();
    }
    return struck;
  }

  private void atPoint(Strike strike) {
    CompletableFuture<Node> hit = referee.order(strike);
    if (!comes(hit) && referee.cancel()) {
      note("nobody came: " + strike);
      return;
    }
    note(strike.toString());
    recover(hit.join(), strike.blow());
  }

  private static boolean comes(CompletableFuture<Node> hit) {
    try {
      Node unused = hit.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void anywhere() {
    Blow blow = random.nextBoolean() ? Blow.KILL : Blow.STOP;
    List<Node> willing = cluster.inService();
    Node node = willing.get(random.nextInt(willing.size()));
    referee.strike(node, blow);
    note(blow + " anywhere");
    recover(node, blow);
  }

  private void note(String what) {
    told.accept(what);
    struck.merge(what, 1L, Long::sum);
  }

  private void recover(Node node, Blow blow) {
    switch (blow) {
      case KILL -> cluster.restart(node);
      case STOP -> {
        LockSupport.parkNanos(stop.toNanos());
        referee.thaw(node);
      }
      case OUTLIVE -> {
        LockSupport.parkNanos(stop.toNanos());
        List<Node> others = cluster.inService();
        others.forEach(other -> referee.strike(other, Blow.KILL));
        referee.thaw(node);
        LockSupport.parkNanos(CALM.toNanos());
        others.forEach(cluster::restart);
      }
    }
    LockSupport.parkNanos(CALM.toNanos());
  }
}
