package io.github.qbconnector.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.impl.vault.ConnectionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlightTest {
  private final View view = View.of(null, Instant.EPOCH);
  private final KnownConnection known =
      new KnownConnection(new ConnectionKey("default", "june"), view, 0);
  private final ExecutorService rescue = Executors.newSingleThreadExecutor();
  private final List<Runnable> queued = new ArrayList<>();

  /** A server whose threads are all taken: work is queued, and done only if it is urgent. */
  private final Background taken =
      new Background() {
        @Override
        public void run(Runnable work) {
          queued.add(work);
        }

        @Override
        public void runUrgently(Runnable work) {
          rescue.execute(work);
        }
      };

  @AfterEach
  void close() {
    rescue.shutdownNow();
  }

  @Test
  void workThatFindsNoThreadIsUrgedByWhoWaitsForItAndDoneOnce() {
    AtomicInteger done = new AtomicInteger();
    Flight flight = new Flights(taken).join(known, done::incrementAndGet, e -> {});
    assertThat(flight.joinUntil(Duration.ofSeconds(30))).isSameAs(view);
    queued.forEach(Runnable::run); // the server's own thread comes at last
    assertThat(done).hasValue(1);
    assertThat(known.flight.get()).isNull();
  }

  @Test
  void whoMayNotWaitAtAllUrgesNobody() {
    AtomicInteger done = new AtomicInteger();
    Flight flight = new Flights(taken).join(known, done::incrementAndGet, e -> {});
    assertThat(flight.joinUntil(Duration.ZERO)).isNull();
    assertThat(done).hasValue(0);
    queued.forEach(Runnable::run);
    assertThat(flight.join()).isSameAs(view);
  }

  @Test
  void workThatFailsLandsAllTheSame() {
    List<Throwable> failures = new ArrayList<>();
    Flight flight =
        new Flights(Background.of(Runnable::run))
            .join(
                known,
                () -> {
                  throw new IllegalStateException("no");
                },
                failures::add);
    assertThat(flight.join()).isSameAs(view);
    assertThat(failures).hasSize(1);
    assertThat(known.flight.get()).isNull();
  }
}
