package io.github.qbconnector.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PausingScheduleTest {
  private static final Duration PERIOD = Duration.ofMillis(2);
  private static final int MANY = 5;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void theWorkIsDoneAgainAndAgainAlthoughItFails() throws Exception {
    CountDownLatch done = new CountDownLatch(MANY);

    try (Schedule schedule =
        PausingSchedule.begin(
            work -> {
              Future<?> unused = threads.submit(work);
            },
            PERIOD,
            () -> {
              done.countDown();
              throw new IllegalStateException("this work fails");
            })) {
      assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void workThatLastsIsNotBegunASecondTime() throws Exception {
    CountDownLatch asked = new CountDownLatch(MANY);
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger atATime = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    try (Schedule schedule =
        PausingSchedule.begin(
            threads,
            PERIOD,
            () -> {
              most.accumulateAndGet(atATime.incrementAndGet(), Math::max);
              asked.countDown();
              if (asked.getCount() == MANY - 1) {
                awaitQuietly(end);
              }
              atATime.decrementAndGet();
            })) {
      assertThat(asked.await(100, TimeUnit.MILLISECONDS)).as("it lasts").isFalse();
      end.countDown();
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(most).hasValue(1);
  }

  @Test
  void itsThreadEndsWithIt() throws Exception {
    PausingSchedule.begin(threads, Duration.ofHours(1), () -> {}).close();

    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void itsThreadEndsWhenTheServerTakesItBack() throws Exception {
    Schedule schedule = PausingSchedule.begin(threads, Duration.ofHours(1), () -> {});

    threads.shutdownNow();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    schedule.close();
  }

  @Test
  @Timeout(30)
  void theCallerIsNeverKeptWaiting() {
    PausingSchedule.begin(Runnable::run, Duration.ofHours(1), () -> {}).close();
  }

  private static void awaitQuietly(CountDownLatch end) {
    try {
      boolean unused = end.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
