package io.github.qbconnector.sample.tenancy;

import io.github.qbconnector.Product;
import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.spi.OwnerResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.Optional;

/**
 * A QuickBooks connection belongs to a tenant: all who work there share it. The default connector
 * serves those who keep their books online.
 */
@ApplicationScoped
public class TenantOwner implements OwnerResolver {

  /** The connector of those who keep their books in QuickBooks Desktop. */
  public static final String DESKTOP = "desktop";

  @Inject private SecurityContext security;
  @Inject private Memberships memberships;
  @Inject private Tenants tenants;

  @Override
  public Optional<String> currentOwner() {
    return Optional.ofNullable(security.getCallerPrincipal())
        .map(Principal::getName)
        .flatMap(memberships::find)
        .map(Membership::tenantId);
  }

  @Override
  public boolean uses(String connector, String owner) {
    return tenants.product(owner).map(TenantOwner::connector).filter(connector::equals).isPresent();
  }

  private static String connector(Product product) {
    return product == Product.DESKTOP ? DESKTOP : QuickBooks.DEFAULT;
  }
}
