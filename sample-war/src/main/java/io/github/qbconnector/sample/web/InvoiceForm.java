package io.github.qbconnector.sample.web;

import io.github.qbconnector.sample.billing.InvoiceDraft;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a new invoice as typed, and what is wrong with them. */
public class InvoiceForm {

  private static final BigDecimal MOST = new BigDecimal("1000000");
  private static final int DAYS_TO_PAY = 30;

  private final String customer;
  private final String description;
  private final String issuedOn;
  private final String dueOn;
  private final String amount;
  private final Map<String, String> errors = new LinkedHashMap<>();

  private InvoiceForm(
      String customer, String description, String issuedOn, String dueOn, String amount) {
    this.customer = customer;
    this.description = description;
    this.issuedOn = issuedOn;
    this.dueOn = dueOn;
    this.amount = amount;
  }

  static InvoiceForm blank(LocalDate today) {
    return new InvoiceForm("", "", today.toString(), today.plusDays(DAYS_TO_PAY).toString(), "");
  }

  static InvoiceForm of(Function<String, @Nullable String> parameters) {
    return new InvoiceForm(
        typed(parameters.apply("customer")),
        typed(parameters.apply("description")),
        typed(parameters.apply("issuedOn")),
        typed(parameters.apply("dueOn")),
        typed(parameters.apply("amount")));
  }

  /** The draft, if nothing is wrong; else {@link #getErrors()} says what. */
  Optional<InvoiceDraft> draft() {
    errors.clear();
    Long customerId = customerId();
    LocalDate issued = day("issuedOn", issuedOn);
    LocalDate due = day("dueOn", dueOn);
    BigDecimal total = total();
    if (description.isEmpty()) {
      errors.put("description", "Say what the invoice is for.");
    } else if (description.length() > InvoiceDraft.MAX_DESCRIPTION) {
      errors.put("description", "Keep it to " + InvoiceDraft.MAX_DESCRIPTION + " characters.");
    }
    if (issued != null && due != null && due.isBefore(issued)) {
      errors.put("dueOn", "The due date is before the invoice date.");
    }
    if (customerId == null || issued == null || due == null || total == null) {
      return Optional.empty();
    }
    return errors.isEmpty()
        ? Optional.of(new InvoiceDraft(customerId, description, issued, due, total))
        : Optional.empty();
  }

  void refuseCustomer() {
    errors.put("customer", "Choose a customer.");
  }

  private @Nullable Long customerId() {
    try {
      return Long.valueOf(customer);
    } catch (NumberFormatException notChosen) {
      refuseCustomer();
      return null;
    }
  }

  private @Nullable LocalDate day(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException malformed) {
      errors.put(field, "Enter a date.");
      return null;
    }
  }

  private @Nullable BigDecimal total() {
    try {
      BigDecimal total = new BigDecimal(amount.replace(",", "").replace("$", ""));
      if (total.signum() > 0 && total.compareTo(MOST) <= 0 && total.scale() <= 2) {
        return total.setScale(2);
      }
    } catch (NumberFormatException malformed) {
      // Answered below like any other amount that is no price.
    }
    errors.put("amount", "Enter an amount between 0.01 and 1,000,000.00.");
    return null;
  }

  private static String typed(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  public String getCustomer() {
    return customer;
  }

  public String getDescription() {
    return description;
  }

  public String getIssuedOn() {
    return issuedOn;
  }

  public String getDueOn() {
    return dueOn;
  }

  public String getAmount() {
    return amount;
  }

  /** Sentences by field. */
  public Map<String, String> getErrors() {
    return errors;
  }
}
