package io.github.qbconnector.event;

import io.github.qbconnector.Product;
import java.time.Instant;

/**
 * A connection ends for good at a known moment; the user should connect again before.
 *
 * @param connector the connector's name
 * @param product its product
 * @param owner whose connection it is
 * @param endsAt when
 */
public record Expiring(String connector, Product product, String owner, Instant endsAt) {}
