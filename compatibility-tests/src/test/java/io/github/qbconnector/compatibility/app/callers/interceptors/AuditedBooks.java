package io.github.qbconnector.compatibility.app.callers.interceptors;

import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.gate.RequiresQuickBooks;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** A bean with the container's interceptor for transactions, the application's own, and ours. */
@ApplicationScoped
@Audited
@Transactional
public class AuditedBooks {
  @Inject private OnlineConnector quickBooks;
  @Inject private CallersDatabase database;

  /** Does an errand. */
  public String run(Errand errand) {
    return errand.run(quickBooks, database);
  }

  /** Does an errand, if the gate lets it pass. */
  @RequiresQuickBooks
  public String runBehindTheGate(Errand errand) {
    return errand.run(quickBooks, database);
  }
}
