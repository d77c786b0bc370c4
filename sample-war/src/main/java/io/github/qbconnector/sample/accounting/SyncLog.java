package io.github.qbconnector.sample.accounting;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Remembers each tenant's last synchronisation. */
@Stateless
public class SyncLog {

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  public Optional<SyncRun> last(String tenantId) {
    return Optional.ofNullable(entities.find(SyncRun.class, tenantId));
  }

  public void keep(SyncRun run) {
    entities.merge(run);
  }
}
