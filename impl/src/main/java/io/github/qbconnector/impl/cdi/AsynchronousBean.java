package io.github.qbconnector.impl.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.jspecify.annotations.Nullable;

/** Takes background work where the server has Fault Tolerance but no managed executor. */
@ApplicationScoped
public class AsynchronousBean {

  /** Runs work on a thread of the server's; without Fault Tolerance, on the caller's. */
  @Asynchronous
  public CompletionStage<@Nullable Void> run(Runnable work) {
    work.run();
    return CompletableFuture.completedFuture(null);
  }
}
