package io.github.qbconnector.event;

import io.github.qbconnector.Product;
import java.time.Instant;

/**
 * A company was connected, for the first time or again.
 *
 * @param connector the connector's name
 * @param product its product
 * @param owner whose connection it is
 * @param companyId the realm id or end-user id
 * @param at when
 */
public record Connected(
    String connector, Product product, String owner, String companyId, Instant at) {}
