package io.github.qbconnector.compatibility.app.callers;

import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Does errands in a transaction of the container's, without being an enterprise bean. */
@ApplicationScoped
public class TransactionalBooks {
  @Inject private OnlineConnector quickBooks;
  @Inject private CallersDatabase database;

  /** Does one. */
  @Transactional
  public String run(Errand errand) {
    return errand.run(quickBooks, database);
  }
}
