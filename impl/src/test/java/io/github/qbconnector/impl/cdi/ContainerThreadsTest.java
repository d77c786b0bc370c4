package io.github.qbconnector.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * What becomes of the work where the server has no names; the servers' own are tried on servers.
 */
class ContainerThreadsTest {
  private final ContainerThreads threads =
      new ContainerThreads(new AsynchronousCalls(AsynchronousBean::new));

  @Test
  void withoutAnyThreadsTheCallerDoesTheWorkAndNothingIsDoneByItself() {
    CompletableFuture<Thread> worker = new CompletableFuture<>();

    threads.run(() -> worker.complete(Thread.currentThread()));

    assertThat(worker).isCompletedWithValue(Thread.currentThread());
    assertThat(threads.areThere()).isFalse();
    assertThat(threads.isManaged()).isFalse();
    assertThat(threads.hasSchedule()).isFalse();
    assertThat(threads.lendsThreads()).isFalse();
    assertThat(threads.every(Duration.ofHours(1), () -> {})).isNull();
    assertThat(threads.lend(() -> {})).isNull();
  }
}
