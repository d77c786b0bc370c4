package io.github.qbconnector.compatibility.app.callers.executors;

import io.github.qbconnector.compatibility.app.callers.Caller;
import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.compatibility.app.callers.OwnTransaction;
import io.github.qbconnector.compatibility.app.callers.TransactionalBooks;
import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Leaves errands to the container's executors. */
@ApplicationScoped
public class ExecutorCallers {
  @Inject private OnlineConnector quickBooks;
  @Inject private CallersDatabase database;
  @Inject private OwnTransaction transaction;
  @Inject private TransactionalBooks containerManaged;

  @SuppressWarnings("NullAway.Init") // the container sees to it
  @Resource
  private ManagedExecutorService executor;

  @SuppressWarnings("NullAway.Init") // the container sees to it
  @Resource
  private ManagedScheduledExecutorService scheduler;

  @Produces
  @Named("executor")
  Caller executor() {
    return errand -> executor.submit(() -> inOwnTransaction(errand)).get(60, TimeUnit.SECONDS);
  }

  @Produces
  @Named("scheduler")
  Caller scheduler() {
    return errand ->
        scheduler
            .schedule(() -> inOwnTransaction(errand), 1, TimeUnit.MILLISECONDS)
            .get(60, TimeUnit.SECONDS);
  }

  @Produces
  @Named("completable-future")
  Caller completableFuture() {
    return errand ->
        CompletableFuture.supplyAsync(() -> containerManaged.run(errand), executor)
            .get(60, TimeUnit.SECONDS);
  }

  private String inOwnTransaction(Errand errand) throws Exception {
    return transaction.around(e -> e.run(quickBooks, database), errand);
  }
}
