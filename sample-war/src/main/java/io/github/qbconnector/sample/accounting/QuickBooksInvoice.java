package io.github.qbconnector.sample.accounting;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What this application shows of an invoice in QuickBooks, whichever product holds it.
 *
 * @param number absent where the company numbers its invoices by hand and left this one without
 * @param customer the customer's name
 * @param currency its code, or its name; absent where it is the company's own
 */
public record QuickBooksInvoice(
    @Nullable String number,
    @Nullable String customer,
    @Nullable LocalDate issuedOn,
    @Nullable LocalDate dueOn,
    BigDecimal total,
    BigDecimal balance,
    @Nullable String currency) {}
