package io.github.qbconnector.sample.accounting;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last time a tenant's invoices were read from QuickBooks, and how it went. */
@Entity
@Table(name = "sync_run")
public class SyncRun {

  @Id
  @Column(name = "tenant_id", length = 40)
  private String tenantId;

  @Convert(converter = InstantConverter.class)
  @Column(name = "ended_at", nullable = false)
  private Instant endedAt;

  @Column(nullable = false)
  private int invoices;

  @Column(nullable = false)
  private int unpaid;

  @Column(nullable = false, precision = 14, scale = 2)
  private BigDecimal balance;

  @Enumerated(EnumType.STRING)
  @Column(length = 20)
  private @Nullable SyncProblem problem;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected SyncRun() {}

  private SyncRun(
      String tenantId, Instant endedAt, InvoiceFigures figures, @Nullable SyncProblem problem) {
    this.tenantId = tenantId;
    this.endedAt = endedAt;
    this.invoices = figures.invoices();
    this.unpaid = figures.unpaid();
    this.balance = figures.balance();
    this.problem = problem;
  }

  static SyncRun good(String tenantId, Instant endedAt, InvoiceFigures figures) {
    return new SyncRun(tenantId, endedAt, figures, null);
  }

  static SyncRun failed(String tenantId, Instant endedAt, SyncProblem problem) {
    return new SyncRun(tenantId, endedAt, InvoiceFigures.NONE, problem);
  }

  public String getTenantId() {
    return tenantId;
  }

  public Instant getEndedAt() {
    return endedAt;
  }

  public int getInvoices() {
    return invoices;
  }

  public int getUnpaid() {
    return unpaid;
  }

  public BigDecimal getBalance() {
    return balance;
  }

  /** Absent if it went well. */
  public @Nullable SyncProblem getProblem() {
    return problem;
  }
}
