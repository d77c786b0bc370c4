package io.github.qbconnector.impl.connection;

import io.github.qbconnector.Secret;
import io.github.qbconnector.impl.vault.Grant;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A provider whose users consent in the browser and whose connections are grants (OAuth 2.0).
 * Methods that throw {@link ProviderProblem} call the provider and block within its time limits.
 */
public interface GrantProvider extends Provider {

  /** Where the browser goes to consent. */
  URI consentUrl(Flow flow);

  /**
   * What it means that the provider's page sent the browser back without a code.
   *
   * @param error as the browser brought it, which may be anything
   * @param description likewise
   * @return {@code null} if the user said no
   */
  @Nullable ProviderProblem consentRefused(String error, @Nullable String description);

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
