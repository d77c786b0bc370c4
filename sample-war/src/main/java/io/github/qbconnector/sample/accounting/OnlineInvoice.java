package io.github.qbconnector.sample.accounting;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What this application reads of an invoice in QuickBooks Online, by Intuit's names. */
public class OnlineInvoice {

  @JsonbProperty("DocNumber")
  private @Nullable String number;

  @JsonbProperty("CustomerRef")
  private @Nullable Reference customer;

  @JsonbProperty("TxnDate")
  private @Nullable LocalDate issuedOn;

  @JsonbProperty("DueDate")
  private @Nullable LocalDate dueOn;

  @JsonbProperty("TotalAmt")
  private BigDecimal total = BigDecimal.ZERO;

  @JsonbProperty("Balance")
  private BigDecimal balance = BigDecimal.ZERO;

  @JsonbProperty("CurrencyRef")
  private @Nullable Reference currency;

  /** Absent where the company numbers its invoices by hand and left this one without. */
  public @Nullable String getNumber() {
    return number;
  }

  public void setNumber(@Nullable String number) {
    this.number = number;
  }

  public @Nullable Reference getCustomer() {
    return customer;
  }

  public void setCustomer(@Nullable Reference customer) {
    this.customer = customer;
  }

  public @Nullable LocalDate getIssuedOn() {
    return issuedOn;
  }

  public void setIssuedOn(@Nullable LocalDate issuedOn) {
    this.issuedOn = issuedOn;
  }

  public @Nullable LocalDate getDueOn() {
    return dueOn;
  }

  public void setDueOn(@Nullable LocalDate dueOn) {
    this.dueOn = dueOn;
  }

  public BigDecimal getTotal() {
    return total;
  }

  public void setTotal(BigDecimal total) {
    this.total = total;
  }

  public BigDecimal getBalance() {
    return balance;
  }

  public void setBalance(BigDecimal balance) {
    this.balance = balance;
  }

  public @Nullable Reference getCurrency() {
    return currency;
  }

  public void setCurrency(@Nullable Reference currency) {
    this.currency = currency;
  }

  QuickBooksInvoice shown() {
    return new QuickBooksInvoice(
        number,
        customer == null ? null : customer.getName(),
        issuedOn,
        dueOn,
        total,
        balance,
        currency == null ? null : currency.getValue());
  }

  /** QuickBooks' way to name another object. */
  public static class Reference {

    private @Nullable String value;
    private @Nullable String name;

    public @Nullable String getValue() {
      return value;
    }

    public void setValue(@Nullable String value) {
      this.value = value;
    }

    public @Nullable String getName() {
      return name;
    }

    public void setName(@Nullable String name) {
      this.name = name;
    }
  }
}
