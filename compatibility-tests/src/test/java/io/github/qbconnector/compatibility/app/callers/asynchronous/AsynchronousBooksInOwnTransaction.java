package io.github.qbconnector.compatibility.app.callers.asynchronous;

import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.compatibility.app.callers.OwnTransaction;
import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.Future;

/** In a transaction that it begins and ends by itself. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class AsynchronousBooksInOwnTransaction {
  @Inject private OnlineConnector quickBooks;
  @Inject private CallersDatabase database;
  @Inject private OwnTransaction transaction;

  /** Does an errand on a thread of the container's. */
  @Asynchronous
  public Future<String> run(Errand errand) throws Exception {
    return new AsyncResult<>(transaction.around(e -> e.run(quickBooks, database), errand));
  }
}
