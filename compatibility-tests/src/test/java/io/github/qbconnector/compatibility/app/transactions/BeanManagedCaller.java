package io.github.qbconnector.compatibility.app.transactions;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

/** An enterprise bean that rolls back by itself. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class BeanManagedCaller {
  @Inject private Work work;

  @SuppressWarnings("NullAway.Init") // the container sees to it
  @Resource
  private UserTransaction transaction;

  /** Works, calls, and rolls back; answers what it has read. */
  public String callAndUndo(String owner) throws Exception {
    transaction.begin();
    try {
      return work.workAndCall(owner);
    } finally {
      transaction.rollback();
    }
  }
}
