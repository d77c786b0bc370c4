package io.github.qbconnector.impl.store;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What suspends a caller's transaction where there is none; counts what went through. */
final class PlainTransactions implements CallersThread.OwnTransaction {
  final AtomicInteger begun = new AtomicInteger();
  final AtomicInteger rolledBack = new AtomicInteger();

  @Override
  public <T extends @Nullable Object> T run(Supplier<T> work) {
    begun.incrementAndGet();
    try {
      return work.get();
    } catch (RuntimeException e) {
      rolledBack.incrementAndGet();
      throw e;
    }
  }
}
