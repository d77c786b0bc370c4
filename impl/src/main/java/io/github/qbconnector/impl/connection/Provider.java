package io.github.qbconnector.impl.connection;

import io.github.qbconnector.Product;
import org.jspecify.annotations.Nullable;

/**
 * The port that a product plugs into: what the life cycle asks of every provider. How a company is
 * connected, and proven, is the business of {@link GrantProvider} and {@link EndUserProvider}.
 */
public interface Provider {

  Product product();

  /** What connections made now are bound to; comparable with what is stored. Allocates nothing. */
  String binding();

  /** Whether a binding differs from the one now only in the client, not in the environment. */
  boolean sameEnvironment(String storedBinding);

  /** A label to show on every page, unless users meet the provider's production. */
  @Nullable String environmentLabel();
}
