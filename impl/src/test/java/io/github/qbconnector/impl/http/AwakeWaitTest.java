package io.github.qbconnector.impl.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class AwakeWaitTest {

  /** An answer that came while the whole node stood still: the first look is far too late. */
  private static final class SleptThrough extends CompletableFuture<String> {
    private int looks;

    @Override
    public String get(long timeout, TimeUnit unit) throws TimeoutException {
      looks++;
      if (looks == 1) {
        LockSupport.parkNanos(Duration.ofMillis(1_200).toNanos());
        throw new TimeoutException();
      }
      return "there all the time";
    }
  }

  @Test
  void anAnswerThatCameWhileTheNodeStoodStillIsTaken() throws Exception {
    assertThat(AwakeWait.on(new SleptThrough(), Duration.ofMillis(100)))
        .isEqualTo("there all the time");
  }

  @Test
  void anAnswerThatDoesNotComeIsNotWaitedForLongerThanAllowed() {
    assertThatThrownBy(() -> AwakeWait.on(new CompletableFuture<>(), Duration.ofMillis(300)))
        .isInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> AwakeWait.on(new CompletableFuture<>(), Duration.ZERO))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void anInterruptionWaitsUntilTheAnswerIsThere() throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread.currentThread().interrupt();
    CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS)
        .execute(() -> answer.complete("late"));
    assertThat(AwakeWait.on(answer, Duration.ofSeconds(5))).isEqualTo("late");
    assertThat(Thread.interrupted()).as("not forgotten").isTrue();
  }

  @Test
  void aFailureIsPassedOn() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    answer.completeExceptionally(new IllegalStateException("cut"));
    assertThatThrownBy(() -> AwakeWait.on(answer, Duration.ofSeconds(5)))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("cut");
  }
}
