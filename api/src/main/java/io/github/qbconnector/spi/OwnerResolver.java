package io.github.qbconnector.spi;

import io.github.qbconnector.Experimental;
import java.util.Optional;

/**
 * Says whose connection a request is about. Provide one CDI bean of this type when neither {@code
 * quickbooks.owner=application} nor {@code principal} fits, for instance to connect one company per
 * tenant:
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class TenantOwner implements OwnerResolver {
 *   @Inject Session session;
 *   public Optional<String> currentOwner() { return session.tenant(); }
 * }
 * }</pre>
 *
 * <p>Called once or more in a request, on the request's thread, also on the gated hot path: answer
 * from memory and do not block. An exception counts as a failed request, never as "nobody".
 */
@FunctionalInterface
public interface OwnerResolver {

  /**
   * The current owner.
   *
   * @return an identifier of 1 to 255 characters that stays the same over time (a number or key,
   *     not a display name); empty if nobody is logged in
   */
  Optional<String> currentOwner();

  /**
   * Whether an owner works with a connector at all, for applications whose owners use different
   * products on the same pages. Where it says no, that connector's gate lets the owner pass, and
   * the connect page chooses another. Called on the gated hot path.
   *
   * @param connector the connector's name
   * @param owner the owner's identifier
   * @return {@code true} unless overridden
   */
  @Experimental
  default boolean uses(String connector, String owner) {
    return true;
  }
}
