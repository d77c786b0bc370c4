package io.github.qbconnector.sample.tenancy;

import io.github.qbconnector.spi.OwnerResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.Optional;

/** A QuickBooks connection belongs to a tenant: all who work there share it. */
@ApplicationScoped
public class TenantOwner implements OwnerResolver {

  @Inject private SecurityContext security;
  @Inject private Memberships memberships;

  @Override
  public Optional<String> currentOwner() {
    return Optional.ofNullable(security.getCallerPrincipal())
        .map(Principal::getName)
        .flatMap(memberships::find)
        .map(Membership::tenantId);
  }
}
