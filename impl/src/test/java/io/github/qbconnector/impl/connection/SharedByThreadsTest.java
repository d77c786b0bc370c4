package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qbconnector.impl.store.MemoryStore;
import io.github.qbconnector.impl.vault.ConnectionKey;
import io.github.qbconnector.spi.ConnectionRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jetbrains.kotlinx.lincheck.LinChecker;
import org.jetbrains.kotlinx.lincheck.LincheckAssertionError;
import org.jetbrains.kotlinx.lincheck.annotations.Operation;
import org.jetbrains.kotlinx.lincheck.strategy.stress.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * What threads of one node share: Lincheck makes up scenarios of a few operations, has threads run
 * them thousands of times, and looks whether each outcome could have come about one after another.
 */
class SharedByThreadsTest {

  private static void check(Class<?> model) {
    LinChecker.check(
        model,
        new StressOptions()
            .iterations(12)
            .threads(3)
            .actorsPerThread(2)
            .actorsBefore(1)
            .actorsAfter(1)
            .invocationsPerIteration(2_000));
  }

  /**
   * A connection out of Lincheck's sight: it walks through all that a model holds, and stumbles
   * over records.
   */
  private static final class Unseen {
    private static final Map<Integer, KnownConnection> ALL = new ConcurrentHashMap<>();
    private static final AtomicInteger LAST = new AtomicInteger();

    private final int number = LAST.incrementAndGet();

    KnownConnection known() {
      return ALL.computeIfAbsent(
          number,
          n ->
              new KnownConnection(
                  new ConnectionKey("default", "hanna"), View.of(null, Instant.EPOCH), 0));
    }
  }

  /** Whatever two threads learn at the same moment, both is in the view. */
  public static class Views {
    private final Unseen connection = new Unseen();

    @Operation
    public long learn() {
      return millis(
          connection.known().change(view -> view.withLatency(Duration.ofMillis(millis(view) + 1))));
    }

    @Operation
    public long read() {
      return millis(connection.known().view);
    }

    static long millis(View view) {
      Duration latency = view.latency();
      return latency == null ? 0 : latency.toMillis();
    }
  }

  /** The same without the care that {@link KnownConnection#change} takes. */
  public static class CarelessViews {
    private final Unseen connection = new Unseen();

    @Operation
    public long learn() {
      KnownConnection known = connection.known();
      View before = known.view;
      View after = before.withLatency(Duration.ofMillis(Views.millis(before) + 1));
      letOthersIn();
      known.view = after;
      return Views.millis(after);
    }
  }

  /** Work for one connection never overlaps, and the seat is free when it is over. */
  public static class Seats {
    private final Unseen connection = new Unseen();
    private final Flights flights = new Flights(Background.of(Runnable::run));
    private volatile boolean atWork;
    private volatile boolean overlapped;

    @Operation
    public boolean fly() {
      Flight unused =
          flights.join(
              connection.known(),
              () -> {
                overlapped |= atWork;
                atWork = true;
                atWork = false;
              },
              failure -> {});
      return overlapped;
    }
  }

  /** Work that does not look whether somebody is at it. */
  public static class CarelessSeats {
    private volatile boolean atWork;
    private volatile boolean overlapped;

    @Operation
    public boolean fly() {
      overlapped |= atWork;
      atWork = true;
      letOthersIn();
      atWork = false;
      return overlapped;
    }
  }

  /** Whatever the machine is at: a careless copy that runs alone by chance is not found. */
  private static void letOthersIn() {
    LockSupport.parkNanos(1_000);
  }

  /** Of those who expect the same revision one replaces it. */
  public static class Records {
    private final MemoryStore store = new MemoryStore(Clock.systemUTC());

    private static ConnectionRecord record(long revision) {
      return new ConnectionRecord(
          "id",
          "default",
          "hanna",
          Optional.empty(),
          revision,
          "content",
          "key",
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    @Operation
    public boolean insert() {
      return store.insert(record(1));
    }

    @Operation
    public boolean replace() {
      return store.replace(record(2), 1);
    }

    @Operation
    public long revision() {
      return store.find("id").map(ConnectionRecord::revision).orElse(0L);
    }
  }

  /** A lease has one holder. */
  public static class Holders {
    private final MemoryStore store = new MemoryStore(Clock.systemUTC());

    @Operation
    public boolean take() {
      return store.lease("id", "one", Duration.ofHours(1));
    }

    @Operation
    public boolean takeToo() {
      return store.lease("id", "other", Duration.ofHours(1));
    }

    @Operation
    public void giveBack() {
      store.release("id", "one");
    }
  }

  @Test
  void nothingThatIsLearnedOfAConnectionIsLost() {
    check(Views.class);
  }

  @Test
  void workForOneConnectionNeverOverlaps() {
    check(Seats.class);
  }

  @Test
  void ofManyWhoReplaceARecordOneDoes() {
    check(Records.class);
  }

  @Test
  void aLeaseHasOneHolder() {
    check(Holders.class);
  }

  @Test
  void carelessnessIsFound() {
    assertThatThrownBy(() -> check(CarelessViews.class)).isInstanceOf(LincheckAssertionError.class);
    assertThatThrownBy(() -> check(CarelessSeats.class)).isInstanceOf(LincheckAssertionError.class);
  }
}
