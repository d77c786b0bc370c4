package io.github.qbconnector.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsynchronousCallsTest {
  private final ExecutorService pool = Executors.newSingleThreadExecutor();

  /** What a server makes of the bean. */
  private final class Intercepted extends AsynchronousBean {
    @Override
    public CompletionStage<@Nullable Void> run(Runnable work) {
      try {
        return CompletableFuture.supplyAsync(() -> super.run(work), pool)
            .thenCompose(stage -> stage);
      } catch (RejectedExecutionException e) {
        return CompletableFuture.failedFuture(e);
      }
    }
  }

  @AfterEach
  void end() {
    pool.shutdownNow();
  }

  @Test
  void withoutFaultToleranceTheCallerDoesTheWork() {
    AsynchronousCalls calls = new AsynchronousCalls(AsynchronousBean::new);
    CompletableFuture<Thread> worker = new CompletableFuture<>();

    calls.execute(() -> worker.complete(Thread.currentThread()));

    assertThat(worker).isCompletedWithValue(Thread.currentThread());
    assertThat(calls.haveThreads()).isFalse();
  }

  @Test
  void withFaultToleranceAnotherThreadDoesIt() throws Exception {
    AsynchronousCalls calls = new AsynchronousCalls(Intercepted::new);
    CompletableFuture<Thread> worker = new CompletableFuture<>();

    calls.execute(() -> worker.complete(Thread.currentThread()));

    assertThat(worker.get(10, TimeUnit.SECONDS)).isNotSameAs(Thread.currentThread());
    assertThat(calls.haveThreads()).isTrue();
  }

  @Test
  void workThatIsRefusedAtTheEndOfTheApplicationIsDoneByTheCaller() {
    pool.shutdown();
    AsynchronousCalls calls = new AsynchronousCalls(Intercepted::new);
    AtomicInteger done = new AtomicInteger();

    calls.execute(done::incrementAndGet);

    assertThat(done).hasValue(1);
    assertThat(calls.haveThreads()).isFalse();
  }

  @Test
  void workThatFailsIsNotDoneTwice() {
    AsynchronousCalls calls = new AsynchronousCalls(Intercepted::new);
    AtomicInteger begun = new AtomicInteger();
    CompletableFuture<Integer> after = new CompletableFuture<>();

    calls.execute(
        () -> {
          begun.incrementAndGet();
          throw new IllegalStateException("this work fails");
        });
    calls.execute(() -> after.complete(begun.get()));

    assertThat(after).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(1);
    pool.shutdown();
    assertThat(begun).hasValue(1);
  }

  @Test
  void aContainerThatIsGoneHasNoThreads() {
    AsynchronousCalls calls =
        new AsynchronousCalls(
            () -> {
              throw new IllegalStateException("There is no bean");
            });

    assertThat(calls.haveThreads()).isFalse();
  }
}
