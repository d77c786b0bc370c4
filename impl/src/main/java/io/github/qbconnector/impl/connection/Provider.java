package io.github.qbconnector.impl.connection;

import io.github.qbconnector.Product;
import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.vault.Grant;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The port that a product plugs into: everything the life cycle asks of a provider. Methods that
 * throw {@link ProviderProblem} call the provider and block within its time limits.
 */
public interface Provider {

  Product product();

  /** What connections made now are bound to; comparable with what is stored. Allocates nothing. */
  String binding();

  /** Whether a binding differs from the one now only in the client, not in the environment. */
  boolean sameEnvironment(String storedBinding);

  /** A label to show on every page, unless users meet the provider's production. */
  @Nullable String environmentLabel();

  /** Where the browser goes to consent. */
  URI consentUrl(Flow flow);

  /** Turns the code of a callback into a grant; what came with it is verified. */
  Grant exchange(Flow flow, Secret code) throws ProviderProblem;

  /** Renews a grant. Costs no metered call. */
  Grant renew(Grant grant) throws ProviderProblem;

  /**
   * Proves by a call that a grant belongs to a company. Costs one metered call.
   *
   * @return the company's name
   */
  @Nullable String prove(Grant grant, String companyId)
      throws ProviderProblem, UnauthorizedException;

  /** Ends a grant at the provider; a grant that has ended already counts as success. */
  void revoke(Grant grant) throws ProviderProblem;
}
