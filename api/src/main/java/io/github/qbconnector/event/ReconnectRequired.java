package io.github.qbconnector.event;

import io.github.qbconnector.Product;
import io.github.qbconnector.StatusReason;
import java.time.Instant;

/**
 * The provider ended a connection; the user has to connect again.
 *
 * @param connector the connector's name
 * @param product its product
 * @param owner whose connection it is
 * @param reason why
 * @param at when it became known
 */
public record ReconnectRequired(
    String connector, Product product, String owner, StatusReason reason, Instant at) {}
