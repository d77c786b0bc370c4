package io.github.qbconnector.sample.accounting;

import io.github.qbconnector.Product;
import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.desktop.DesktopConnector;
import io.github.qbconnector.desktop.DesktopQuery;
import io.github.qbconnector.online.AccountingReader;
import io.github.qbconnector.online.OnlineConnector;
import io.github.qbconnector.sample.tenancy.TenantOwner;
import io.github.qbconnector.sample.tenancy.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads invoices from the QuickBooks that a tenant keeps its books in. No transaction is held open
 * while QuickBooks answers.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QuickBooksInvoices {

  private static final int PAGE = 1000;
  private static final int NEWEST = 100;
  private static final int MONTHS = 12;

  @Inject private Tenants tenants;
  @Inject private OnlineConnector online;

  @Inject
  @QuickBooks(TenantOwner.DESKTOP)
  private DesktopConnector desktop;

  /** The hundred newest invoices of a tenant's company. */
  public List<QuickBooksInvoice> newest(String tenantId) {
    return isDesktop(tenantId) ? newestOnDesktop(tenantId) : newestOnline(tenantId);
  }

  /** Counts all invoices of a tenant's company, for work that nobody is logged in for. */
  public InvoiceFigures figures(String tenantId) {
    return isDesktop(tenantId)
        ? sum(desktop(tenantId, DesktopQuery.of("invoices")))
        : sumOnline(tenantId);
  }

  private boolean isDesktop(String tenantId) {
    return tenants.product(tenantId).filter(Product.DESKTOP::equals).isPresent();
  }

  private List<QuickBooksInvoice> newestOnline(String tenantId) {
    return online
        .connection(tenantId)
        .accounting()
        .query(
            "SELECT * FROM Invoice ORDERBY TxnDate DESC MAXRESULTS " + NEWEST, OnlineInvoice.class)
        .stream()
        .map(OnlineInvoice::shown)
        .toList();
  }

  /** QuickBooks Desktop lists in an order of its own, so the newest are picked here. */
  private List<QuickBooksInvoice> newestOnDesktop(String tenantId) {
    String from = LocalDate.now(ZoneId.systemDefault()).minusMonths(MONTHS).toString();
    return desktop(tenantId, DesktopQuery.of("invoices").with("transactionDateFrom", from))
        .sorted(
            Comparator.comparing(
                QuickBooksInvoice::issuedOn, Comparator.nullsLast(Comparator.reverseOrder())))
        .limit(NEWEST)
        .toList();
  }

  private Stream<QuickBooksInvoice> desktop(String tenantId, DesktopQuery query) {
    return desktop
        .connection(tenantId)
        .companyFile()
        .list(query.with("includeLineItems", "false"), DesktopInvoice.class)
        .stream()
        .map(DesktopInvoice::shown);
  }

  private static InvoiceFigures sum(Stream<QuickBooksInvoice> invoices) {
    return invoices.reduce(InvoiceFigures.NONE, InvoiceFigures::plus, InvoiceFigures::plus);
  }

  private InvoiceFigures sumOnline(String tenantId) {
    AccountingReader accounting = online.connection(tenantId).accounting();
    InvoiceFigures figures = InvoiceFigures.NONE;
    int start = 1;
    List<OnlineInvoice> page;
    do {
      page = accounting.query(pageFrom(start), OnlineInvoice.class);
      figures = figures.plus(sum(page.stream().map(OnlineInvoice::shown)));
      start += page.size();
    } while (page.size() == PAGE);
    return figures;
  }

  private static String pageFrom(int start) {
    return "SELECT * FROM Invoice ORDERBY Id STARTPOSITION " + start + " MAXRESULTS " + PAGE;
  }
}
