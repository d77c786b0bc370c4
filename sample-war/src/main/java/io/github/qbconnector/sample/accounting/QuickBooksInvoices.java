package io.github.qbconnector.sample.accounting;

import io.github.qbconnector.online.AccountingReader;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Reads invoices from QuickBooks. No transaction is held open while QuickBooks answers. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QuickBooksInvoices {

  private static final int PAGE = 1000;

  @Inject private OnlineConnector quickBooks;

  /** The hundred newest invoices of the current tenant's company. */
  public List<QuickBooksInvoice> newest() {
    return quickBooks
        .connection()
        .accounting()
        .query(
            "SELECT * FROM Invoice ORDERBY TxnDate DESC MAXRESULTS 100", QuickBooksInvoice.class);
  }

  /** Counts all invoices of a tenant's company, for work that nobody is logged in for. */
  public InvoiceFigures figures(String tenantId) {
    AccountingReader accounting = quickBooks.connection(tenantId).accounting();
    InvoiceFigures figures = InvoiceFigures.NONE;
    int start = 1;
    List<QuickBooksInvoice> page;
    do {
      page = accounting.query(pageFrom(start), QuickBooksInvoice.class);
      for (QuickBooksInvoice invoice : page) {
        figures = figures.plus(invoice);
      }
      start += page.size();
    } while (page.size() == PAGE);
    return figures;
  }

  private static String pageFrom(int start) {
    return "SELECT * FROM Invoice ORDERBY Id STARTPOSITION " + start + " MAXRESULTS " + PAGE;
  }
}
