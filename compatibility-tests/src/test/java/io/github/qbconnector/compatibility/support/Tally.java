package io.github.qbconnector.compatibility.support;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Counts what passes, per launch; a row of the grid is green when all its promises hold. */
final class Tally implements TestWatcher, AfterAllCallback {
  private final AtomicLong passed = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();

  @Override
  public void testSuccessful(ExtensionContext test) {
    passed.incrementAndGet();
  }

  @Override
  public void testFailed(ExtensionContext test, @Nullable Throwable cause) {
    failed.incrementAndGet();
  }

  @Override
  public void afterAll(ExtensionContext testClass) {
    Figures.add("tests.passed", passed.get());
    Figures.add("tests.failed", failed.get());
    GridRow row = testClass.getRequiredTestClass().getAnnotation(GridRow.class);
    if (row != null) {
      // A deployment that failed leaves no test behind, neither passed nor failed.
      boolean holds =
          failed.get() == 0 && passed.get() > 0 && testClass.getExecutionException().isEmpty();
      GridCells.add(testClass.getRequiredTestClass(), row, holds, passed.get(), failed.get());
    }
  }
}
