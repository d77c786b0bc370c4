package io.github.qbconnector.sample.billing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An invoice before it has a number.
 *
 * @param customerId the key of one of the tenant's customers
 * @param description what it is for
 * @param issuedOn its date
 * @param dueOn when it is to be paid
 * @param amount the total, with at most two decimals
 */
public record InvoiceDraft(
    long customerId, String description, LocalDate issuedOn, LocalDate dueOn, BigDecimal amount) {

  /** Longest description, in characters. */
  public static final int MAX_DESCRIPTION = 200;
}
