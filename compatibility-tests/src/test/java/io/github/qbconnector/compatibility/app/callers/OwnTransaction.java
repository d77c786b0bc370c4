package io.github.qbconnector.compatibility.app.callers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

/** A transaction that the application begins and ends by itself. */
@ApplicationScoped
public class OwnTransaction {
  @Inject private UserTransaction transaction;

  /** Does an errand in it; whatever is thrown rolls it back. */
  public String around(Caller caller, Errand errand) throws Exception {
    transaction.begin();
    String read;
    try {
      read = caller.run(errand);
    } catch (Exception e) {
      transaction.rollback();
      throw e;
    }
    transaction.commit();
    return read;
  }
}
