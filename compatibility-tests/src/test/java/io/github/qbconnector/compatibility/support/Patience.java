package io.github.qbconnector.compatibility.support;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again for what comes in its own time, and gives up in the end. */
public final class Patience {
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private Patience() {}

  /** What was seen last: what is waited for, unless it never came. */
  public static <T> T until(Predicate<? super T> isThere, Supplier<T> look) {
    long end = System.nanoTime() + LONGEST.toNanos();
    T seen = look.get();
    while (!isThere.test(seen) && System.nanoTime() < end) {
      pause();
      seen = look.get();
    }
    return seen;
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting", e);
    }
  }
}
