package io.github.qbconnector.impl.connection;

import java.util.concurrent.Executor;

/** Where work is done that callers only wait for. */
public interface Background {

  /** Does the work as soon as there is a thread for it; never fails. */
  void run(Runnable work);

  /**
   * Does the work although no thread was free for {@link #run} for a while: on some servers those
   * who wait for the work occupy the very threads that it needs. Does nothing where that cannot be
   * helped.
   */
  void runUrgently(Runnable work);

  /** Work on an executor that has a thread for everybody. */
  static Background of(Executor executor) {
    return new Background() {
      @Override
      public void run(Runnable work) {
        executor.execute(work);
      }

      @Override
      public void runUrgently(Runnable work) {
        executor.execute(work);
      }
    };
  }
}
