package io.github.qbconnector.compatibility.app.timers;

import io.github.qbconnector.compatibility.app.transactions.Work;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Works and calls each second in a transaction of its own, and counts what comes of it. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ScheduledCaller {
  /** Whose books it reads. */
  public static final String OWNER = "scheduled";

  private final ConcurrentMap<String, Integer> outcomes = new ConcurrentHashMap<>();

  @Inject private Work work;

  /** The timer is due. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void due() {
    outcomes.merge(outcome(), 1, Integer::sum);
  }

  private String outcome() {
    try {
      return work.workAndCall(OWNER);
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName();
    }
  }

  /** How often each company was read, and each exception met, so far. */
  public Map<String, Integer> outcomes() {
    return new TreeMap<>(outcomes);
  }
}
