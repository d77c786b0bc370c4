package io.github.qbconnector.impl.cdi;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on the container's managed executor. Where there is none, Fault Tolerance's
 * asynchronous bean takes it, and where that does nothing either, the caller.
 */
final class BackgroundExecutor implements Executor {
  private static final String MANAGED = "java:comp/DefaultManagedExecutorService";

  private final Executor otherwise;
  private volatile @Nullable ExecutorService managed;
  private volatile boolean lookedUp;

  BackgroundExecutor(Executor otherwise) {
    this.otherwise = otherwise;
  }

  @Override
  public void execute(Runnable work) {
    ExecutorService container = managed();
    if (container == null) {
      otherwise.execute(work);
      return;
    }
    try {
      container.execute(work);
    } catch (RejectedExecutionException e) {
      work.run();
    }
  }

  boolean isManaged() {
    return managed() != null;
  }

  @SuppressWarnings("BanJNDI") // the name is the server's or operations', never a user's
  private @Nullable ExecutorService managed() {
    if (!lookedUp) {
      try {
        managed = InitialContext.doLookup(MANAGED);
      } catch (NamingException | ClassCastException e) {
        System.getLogger("io.github.qbconnector")
            .log(System.Logger.Level.DEBUG, "There is no managed executor: {0}", e.getMessage());
      }
      lookedUp = true;
    }
    return managed;
  }
}
