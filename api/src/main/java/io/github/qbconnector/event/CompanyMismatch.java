package io.github.qbconnector.event;

import io.github.qbconnector.Product;
import java.time.Instant;

/**
 * A callback named another company than the connection's and was refused; nothing was changed.
 *
 * @param connector the connector's name
 * @param product its product
 * @param owner whose connection it is
 * @param companyId the company that is connected
 * @param offeredCompanyId the company that the callback named
 * @param at when
 */
public record CompanyMismatch(
    String connector,
    Product product,
    String owner,
    String companyId,
    String offeredCompanyId,
    Instant at) {}
