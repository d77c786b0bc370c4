package io.github.qbconnector.compatibility.app.callers.interceptors;

import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.gate.RequiresQuickBooks;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;

/** An enterprise bean that names its interceptor, as was done before there were bindings. */
@Stateless
@Interceptors(Audit.class)
public class InterceptedBooks {
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
