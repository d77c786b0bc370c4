package io.github.qbconnector.sample.accounting;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.github.qbconnector.QuickBooksConnection;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Iterator;

/** Synchronises every tenant that has connected QuickBooks, each night. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NightlySync {

  private static final System.Logger LOG = System.getLogger(NightlySync.class.getName());

  @Inject private TenantConnections connections;

  @EJB
  @SuppressWarnings("NullAway.Init")
  private InvoiceSync sync;

  @Schedule(hour = "2", minute = "30", persistent = false, info = "nightly sync")
  public void synchronizeAll() {
    int good = 0;
    int failed = 0;
    Iterator<QuickBooksConnection> each = connections.all().iterator();
    while (each.hasNext()) {
      if (synchronize(each.next().owner())) {
        good++;
      } else {
        failed++;
      }
    }
    LOG.log(INFO, "nightly sync: {0} companies read, {1} failed", good, failed);
  }

  /** One tenant's trouble, also with our own database, must not keep the others waiting. */
  private boolean synchronize(String tenantId) {
    try {
      return sync.synchronize(tenantId).getProblem() == null;
    } catch (RuntimeException failure) {
      LOG.log(WARNING, "could not synchronise " + tenantId, failure);
      return false;
    }
  }
}
