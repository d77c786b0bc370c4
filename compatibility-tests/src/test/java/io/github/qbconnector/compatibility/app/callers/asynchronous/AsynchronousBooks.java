package io.github.qbconnector.compatibility.app.callers.asynchronous;

import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.concurrent.Future;

/** In a transaction of the container's. */
@Stateless
public class AsynchronousBooks {
  @Inject private OnlineConnector quickBooks;
  @Inject private CallersDatabase database;

  /** Does an errand on a thread of the container's. */
  @Asynchronous
  public Future<String> run(Errand errand) {
    return new AsyncResult<>(errand.run(quickBooks, database));
  }
}
