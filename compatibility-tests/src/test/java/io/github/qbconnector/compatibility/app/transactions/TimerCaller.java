package io.github.qbconnector.compatibility.app.transactions;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** A timer's work that is rolled back; the container tries it once more, as the standard asks. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class TimerCaller {
  private final ConcurrentMap<String, CompletableFuture<String>> begun = new ConcurrentHashMap<>();

  @Inject private Work work;

  @SuppressWarnings("NullAway.Init") // the container sees to it
  @Resource
  private TimerService timers;

  @SuppressWarnings("NullAway.Init") // the container sees to it
  @Resource
  private EJBContext context;

  /** Sets the timer and waits for it; answers what it has read. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public String callAndUndo(String owner) throws Exception {
    CompletableFuture<String> read = new CompletableFuture<>();
    begun.put(owner, read);
    timers.createSingleActionTimer(0, new TimerConfig(owner, false));
    return read.get(30, TimeUnit.SECONDS);
  }

  /** The timer is due. */
  @Timeout
  public void due(Timer timer) {
    CompletableFuture<String> read = begun.remove((String) timer.getInfo());
    if (read == null) {
      return; // the second attempt
    }
    try {
      String company = work.workAndCall((String) timer.getInfo());
      context.setRollbackOnly();
      read.complete(company);
    } catch (RuntimeException e) {
      read.completeExceptionally(e);
    }
  }
}
