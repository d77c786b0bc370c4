package io.github.qbconnector.sample.tenancy;

import io.github.qbconnector.spi.OwnerProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * What a set-up of QuickBooks Desktop is filed under; the connect page asks where it is missing.
 */
@ApplicationScoped
public class TenantProfile implements OwnerProfile {

  @Inject private Tenants tenants;

  @Override
  public Optional<Profile> find(String owner) {
    return tenants.find(owner).flatMap(Tenant::profile);
  }
}
