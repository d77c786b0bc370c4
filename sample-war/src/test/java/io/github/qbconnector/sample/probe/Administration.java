package io.github.qbconnector.sample.probe;

import io.github.qbconnector.sample.tenancy.Tenant;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;

/** Changes what the sample itself only reads. */
@Stateless
public class Administration {

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /** How a company can be reached, if it has said so. */
  public void email(String tenantId, @Nullable String address) {
    int unused =
        entities
            .createQuery("update Tenant t set t.email = :address where t.id = :tenant")
            .setParameter("address", address)
            .setParameter("tenant", tenantId)
            .executeUpdate();
    entities.getEntityManagerFactory().getCache().evict(Tenant.class, tenantId);
  }
}
