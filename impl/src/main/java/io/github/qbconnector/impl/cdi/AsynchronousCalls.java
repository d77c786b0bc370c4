package io.github.qbconnector.impl.cdi;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work on the threads of the server's Fault Tolerance; where it is off, on the caller's. */
final class AsynchronousCalls implements Executor {
  private final Supplier<AsynchronousBean> bean;

  AsynchronousCalls(Supplier<AsynchronousBean> bean) {
    this.bean = bean;
  }

  @Override
  public void execute(Runnable work) {
    AtomicBoolean begun = new AtomicBoolean();
    Runnable once =
        () -> {
          if (begun.compareAndSet(false, true)) {
            work.run();
          }
        };
    // A call that Fault Tolerance refuses, with threads that are about to end, is told by its end.
    var unused =
        bean.get()
            .run(once)
            .whenComplete(
                (done, refused) -> {
                  if (refused != null) {
                    once.run();
                  }
                });
  }

  /** Whether there are other threads than the caller's. */
  boolean haveThreads() {
    AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
    try {
      execute(() -> worker.set(Thread.currentThread()));
    } catch (RuntimeException e) {
      System.getLogger("io.github.qbconnector")
          .log(System.Logger.Level.DEBUG, "Fault Tolerance runs nothing asynchronously", e);
      return false;
    }
    return worker.get() != Thread.currentThread();
  }
}
