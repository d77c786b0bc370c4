package io.github.qbconnector.sample.billing;

import java.math.BigDecimal;

/**
 * A customer and what they owe.
 *
 * @param name the customer's name
 * @param email where invoices go
 * @param unpaid the sum of unpaid invoices
 */
public record CustomerBalance(String name, String email, BigDecimal unpaid) {}
