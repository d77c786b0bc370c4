package io.github.qbconnector.sample.accounting;

import java.math.BigDecimal;

/**
 * A company's invoices in QuickBooks, counted.
 *
 * @param invoices how many there are
 * @param unpaid how many of them have a balance
 * @param balance the sum of the balances
 */
public record InvoiceFigures(int invoices, int unpaid, BigDecimal balance) {

  static final InvoiceFigures NONE = new InvoiceFigures(0, 0, BigDecimal.ZERO);

  InvoiceFigures plus(InvoiceFigures more) {
    return new InvoiceFigures(
        invoices + more.invoices, unpaid + more.unpaid, balance.add(more.balance));
  }

  InvoiceFigures plus(QuickBooksInvoice invoice) {
    boolean owed = invoice.balance().signum() > 0;
    return new InvoiceFigures(
        invoices + 1, owed ? unpaid + 1 : unpaid, balance.add(invoice.balance()));
  }
}
