package io.github.qbconnector.event;

import io.github.qbconnector.Product;
import java.time.Instant;

/**
 * A connection was ended through this application; its tokens are forgotten.
 *
 * @param connector the connector's name
 * @param product its product
 * @param owner whose connection it is
 * @param companyId the realm id or end-user id it had
 * @param at when
 */
public record Disconnected(
    String connector, Product product, String owner, String companyId, Instant at) {}
