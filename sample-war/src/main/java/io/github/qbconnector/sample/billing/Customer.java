package io.github.qbconnector.sample.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody a tenant writes invoices to. */
@Entity
@Table(name = "customer")
public class Customer {

  @Id private long id;

  @Column(name = "tenant_id", nullable = false, length = 40)
  private String tenantId;

  @Column(nullable = false)
  private String name;

  @Column(nullable = false)
  private String email;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected Customer() {}

  public long getId() {
    return id;
  }

  public String getTenantId() {
    return tenantId;
  }

  public String getName() {
    return name;
  }

  public String getEmail() {
    return email;
  }
}
