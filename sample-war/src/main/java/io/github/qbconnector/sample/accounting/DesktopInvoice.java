package io.github.qbconnector.sample.accounting;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What this application reads of an invoice in QuickBooks Desktop, by Conductor's names. */
public class DesktopInvoice {

  private @Nullable String refNumber;
  private @Nullable Reference customer;
  private @Nullable LocalDate transactionDate;
  private @Nullable LocalDate dueDate;
  private @Nullable BigDecimal subtotal;
  private @Nullable BigDecimal salesTaxTotal;
  private @Nullable BigDecimal balanceRemaining;
  private @Nullable Reference currency;

  public void setRefNumber(@Nullable String refNumber) {
    this.refNumber = refNumber;
  }

  public void setCustomer(@Nullable Reference customer) {
    this.customer = customer;
  }

  public void setTransactionDate(@Nullable LocalDate transactionDate) {
    this.transactionDate = transactionDate;
  }

  public void setDueDate(@Nullable LocalDate dueDate) {
    this.dueDate = dueDate;
  }

  public void setSubtotal(@Nullable BigDecimal subtotal) {
    this.subtotal = subtotal;
  }

  public void setSalesTaxTotal(@Nullable BigDecimal salesTaxTotal) {
    this.salesTaxTotal = salesTaxTotal;
  }

  public void setBalanceRemaining(@Nullable BigDecimal balanceRemaining) {
    this.balanceRemaining = balanceRemaining;
  }

  public void setCurrency(@Nullable Reference currency) {
    this.currency = currency;
  }

  QuickBooksInvoice shown() {
    return new QuickBooksInvoice(
        refNumber,
        customer == null ? null : customer.fullName,
        transactionDate,
        dueDate,
        // QuickBooks Desktop keeps no total of its own.
        orZero(subtotal).add(orZero(salesTaxTotal)),
        orZero(balanceRemaining),
        currency == null ? null : currency.fullName);
  }

  private static BigDecimal orZero(@Nullable BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }

  /** Conductor's way to name another object. */
  public static class Reference {

    private @Nullable String fullName;

    public void setFullName(@Nullable String fullName) {
      this.fullName = fullName;
    }
  }
}
