package io.github.qbconnector.sample.accounting;

import static java.lang.System.Logger.Level.WARNING;

import io.github.qbconnector.error.QuickBooksException;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Instant;

/** Synchronises one tenant: reads its invoices in QuickBooks and remembers how it went. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InvoiceSync {

  private static final System.Logger LOG = System.getLogger(InvoiceSync.class.getName());

  @EJB
  @SuppressWarnings("NullAway.Init")
  private QuickBooksInvoices invoices;

  @EJB
  @SuppressWarnings("NullAway.Init")
  private SyncLog log;

  /** Never throws for what QuickBooks answers: that is the result. */
  public SyncRun synchronize(String tenantId) {
    SyncRun run = read(tenantId);
    log.keep(run);
    return run;
  }

  private SyncRun read(String tenantId) {
    try {
      InvoiceFigures figures = invoices.figures(tenantId);
      return SyncRun.good(tenantId, Instant.now(), figures);
    } catch (QuickBooksException failure) {
      LOG.log(WARNING, "could not read the invoices of {0}: {1}", tenantId, failure.getMessage());
      return SyncRun.failed(tenantId, Instant.now(), SyncProblem.of(failure));
    } catch (RuntimeException failure) {
      LOG.log(WARNING, "could not read the invoices of " + tenantId, failure);
      return SyncRun.failed(tenantId, Instant.now(), SyncProblem.of(failure));
    }
  }
}
