package io.github.qbconnector.sample.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A tenant's invoices, added up.
 *
 * @param open what customers owe and is not due yet
 * @param openCount how many invoices that is
 * @param overdue what customers owe and should have paid
 * @param overdueCount how many invoices that is
 * @param paid what customers have paid
 * @param paidCount how many invoices that is
 */
public record BillingTotals(
    BigDecimal open,
    long openCount,
    BigDecimal overdue,
    long overdueCount,
    BigDecimal paid,
    long paidCount) {

  static BillingTotals of(List<Invoice> invoices, LocalDate day) {
    return new BillingTotals(
        sum(invoices, day, InvoiceStatus.OPEN), count(invoices, day, InvoiceStatus.OPEN),
        sum(invoices, day, InvoiceStatus.OVERDUE), count(invoices, day, InvoiceStatus.OVERDUE),
        sum(invoices, day, InvoiceStatus.PAID), count(invoices, day, InvoiceStatus.PAID));
  }

  private static BigDecimal sum(List<Invoice> invoices, LocalDate day, InvoiceStatus status) {
    return invoices.stream()
        .filter(invoice -> invoice.statusOn(day) == status)
        .map(Invoice::getAmount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static long count(List<Invoice> invoices, LocalDate day, InvoiceStatus status) {
    return invoices.stream().filter(invoice -> invoice.statusOn(day) == status).count();
  }
}
