package io.github.qbconnector.event;

import io.github.qbconnector.Product;
import java.time.Instant;

/**
 * A connection that was not usable is good again without the user's doing.
 *
 * @param connector the connector's name
 * @param product its product
 * @param owner whose connection it is
 * @param at when it became known
 */
public record Restored(String connector, Product product, String owner, Instant at) {}
