package io.github.qbconnector.sample.tenancy;

import io.github.qbconnector.Product;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds companies by their keys. */
@ApplicationScoped
public class Tenants {

  /** Every request asks for it, and nobody moves from one product to the other. */
  private final Map<String, Product> products = new ConcurrentHashMap<>();

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  public Optional<Tenant> find(String tenantId) {
    return Optional.ofNullable(entities.find(Tenant.class, tenantId));
  }

  /** Which QuickBooks a company keeps its books in; empty if there is no such company. */
  public Optional<Product> product(String tenantId) {
    Product product = products.get(tenantId);
    if (product != null) {
      return Optional.of(product);
    }
    Optional<Product> found = find(tenantId).map(Tenant::getQuickBooksProduct);
    found.ifPresent(each -> products.put(tenantId, each));
    return found;
  }
}
