package io.github.qbconnector.chaos.load;

import io.github.qbconnector.chaos.cluster.Cluster;
import io.github.qbconnector.chaos.cluster.Node;
import io.github.qbconnector.chaos.verdict.Ledger;
import io.github.qbconnector.simulator.SimulatedIntuit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** The owners that calls are made for. Whoever seems dead for good gets a connection anew. */
final class Customers {
  private static final String CLIENT = "sim-client";
  private static final String SCOPE = "com.intuit.quickbooks.accounting";

  /** A stopped node may still hold the answer that lifts it. */
  private static final long GIVEN_UP = Duration.ofSeconds(40).toNanos();

  private static final int ATTEMPTS = 60;
  private static final int BREATH = 250_000_000;

  private final Cluster cluster;
  private final SimulatedIntuit intuit;
  private final Ledger ledger;
  private final String prefix;
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicReferenceArray<Customer> seats;
  private final List<Customer> retired = new ArrayList<>();

  /**
   * @param prefix makes owners and companies of one run different from those of another
   */
  Customers(Cluster cluster, SimulatedIntuit intuit, Ledger ledger, String prefix, int size) {
    this.cluster = cluster;
    this.intuit = intuit;
    this.ledger = ledger;
    this.prefix = prefix;
    this.seats = new AtomicReferenceArray<>(size);
  }

  int size() {
    return seats.length();
  }

  Customer at(int seat) {
    return seats.get(seat);
  }

  /** Gives a seat a new owner with a new company and a new connection. */
  void seat(int seat, RandomGenerator random) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Customer fresh = fresh();
      ledger.adopting(fresh.owner(), fresh.realm());
      boolean succeeded = adopt(fresh, random);
      ledger.adopted(fresh.realm(), succeeded);
      if (succeeded) {
        seats.set(seat, fresh);
        return;
      }
      LockSupport.parkNanos(BREATH);
    }
    throw new IllegalStateException("Nobody can be connected any more");
  }

  private Customer fresh() {
    int number = count.incrementAndGet();
    String realm = "%s%08d".formatted(prefix, number);
    Object unused = intuit.companies().add(realm, "Company " + number);
    return Customer.of("owner-" + prefix + "-" + number, realm);
  }

  private boolean adopt(Customer fresh, RandomGenerator random) {
    String token = intuit.grants().issue(CLIENT, fresh.realm(), SCOPE).refreshToken();
    Optional<Node> node = cluster.any(random);
    return node.flatMap(
            n ->
                n.ask(
                    "POST",
                    "/adopt?owner="
                        + fresh.owner()
                        + "&realm="
                        + fresh.realm()
                        + "&token="
                        + URLEncoder.encode(token, StandardCharsets.UTF_8)))
        .filter("OK"::equals)
        .isPresent();
  }

  /** Takes in what a call for a seat's owner came to. */
  @SuppressWarnings("ReferenceEquality") // the very one that sits there, as compareAndSet has it
  void learn(int seat, Customer called, boolean isDead, RandomGenerator random) {
    Customer after = isDead ? called.dead() : called.alive();
    if (after != called && !seats.compareAndSet(seat, called, after)) {
      return;
    }
    if (after.isDeadFor(GIVEN_UP) && seats.compareAndSet(seat, after, after.alive())) {
      synchronized (retired) {
        retired.add(after);
      }
      seat(seat, random);
    }
  }

  /** Everybody who was ever connected. */
  List<Customer> everybody() {
    List<Customer> all = new ArrayList<>();
    for (int seat = 0; seat < seats.length(); seat++) {
      all.add(seats.get(seat));
    }
    synchronized (retired) {
      all.addAll(retired);
    }
    return all;
  }
}
