package io.github.qbconnector.compatibility.support;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Counts what passes, per server; a shape of WAR has passed when all its promises have. */
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
    if (testClass.getRequiredTestClass().isAnnotationPresent(WarShape.class)) {
      Figures.add("shapes.passed", failed.get() == 0 && passed.get() > 0 ? 1 : 0);
      Figures.add("shapes.tried", 1);
    }
  }
}
