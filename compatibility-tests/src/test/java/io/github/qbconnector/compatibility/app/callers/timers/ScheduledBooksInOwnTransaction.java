package io.github.qbconnector.compatibility.app.callers.timers;

import io.github.qbconnector.compatibility.app.callers.Answers;
import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.compatibility.app.callers.OwnTransaction;
import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Does each second the errand that waits longest, in a transaction of its own. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ScheduledBooksInOwnTransaction {
  private final Queue<Errand> waiting = new ConcurrentLinkedQueue<>();

  @Inject private OnlineConnector quickBooks;
  @Inject private CallersDatabase database;
  @Inject private OwnTransaction transaction;
  @Inject private Answers answers;

  /** Something to do when the timer is due. */
  public void add(Errand errand) {
    waiting.add(errand);
  }

  /** The timer is due. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void due() {
    Errand errand = waiting.poll();
    if (errand == null) {
      return;
    }
    answers.tellAtOnce(errand, () -> transaction.around(e -> e.run(quickBooks, database), errand));
  }
}
