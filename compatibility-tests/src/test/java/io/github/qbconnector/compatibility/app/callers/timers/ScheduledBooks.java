package io.github.qbconnector.compatibility.app.callers.timers;

import io.github.qbconnector.compatibility.app.callers.Answers;
import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Does each second the errand that waits longest; one that was rolled back is not tried again. */
@Singleton
public class ScheduledBooks {
  private final Queue<Errand> waiting = new ConcurrentLinkedQueue<>();

  @Inject private OnlineConnector quickBooks;
  @Inject private CallersDatabase database;
  @Inject private Answers answers;

  /** Something to do when the timer is due. */
  public void add(Errand errand) {
    waiting.add(errand);
  }

  /** The timer is due. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void due() {
    Errand errand = waiting.peek();
    if (errand == null) {
      return;
    }
    if (answers.tellKept(errand)) {
      waiting.remove();
      return;
    }
    try {
      answers.tell(errand, errand.run(quickBooks, database));
      waiting.remove();
    } catch (RuntimeException e) {
      answers.keep(errand, e);
      throw e;
    }
  }
}
