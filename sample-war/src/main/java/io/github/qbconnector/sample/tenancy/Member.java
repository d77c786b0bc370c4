package io.github.qbconnector.sample.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Somebody who works for a tenant, by the name they log in with. */
@Entity
@Table(name = "member")
public class Member {

  @Id
  @Column(length = 40)
  private String login;

  @Column(name = "full_name", nullable = false)
  private String fullName;

  @ManyToOne(optional = false)
  @JoinColumn(name = "tenant_id")
  private Tenant tenant;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected Member() {}

  public String getLogin() {
    return login;
  }

  public String getFullName() {
    return fullName;
  }

  public Tenant getTenant() {
    return tenant;
  }
}
