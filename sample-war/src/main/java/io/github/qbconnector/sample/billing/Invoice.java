package io.github.qbconnector.sample.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One of a tenant's own invoices. */
@Entity
@Table(
    name = "invoice",
    uniqueConstraints = @UniqueConstraint(columnNames = {"tenant_id", "number"}))
public class Invoice {

  @Id
  @GeneratedValue(generator = "invoice_id")
  @SequenceGenerator(name = "invoice_id", allocationSize = 1)
  private long id;

  @Column(name = "tenant_id", nullable = false, length = 40)
  private String tenantId;

  @Column(nullable = false, length = 20)
  private String number;

  @ManyToOne(optional = false)
  @JoinColumn(name = "customer_id")
  private Customer customer;

  @Column(nullable = false, length = InvoiceDraft.MAX_DESCRIPTION)
  private String description;

  @Column(name = "issued_on", nullable = false)
  private LocalDate issuedOn;

  @Column(name = "due_on", nullable = false)
  private LocalDate dueOn;

  @Column(nullable = false, precision = 12, scale = 2)
  private BigDecimal amount;

  @Column(name = "paid_on")
  private @Nullable LocalDate paidOn;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected Invoice() {}

  Invoice(String tenantId, String number, Customer customer, InvoiceDraft draft) {
    this.tenantId = tenantId;
    this.number = number;
    this.customer = customer;
    this.description = draft.description();
    this.issuedOn = draft.issuedOn();
    this.dueOn = draft.dueOn();
    this.amount = draft.amount();
  }

  public long getId() {
    return id;
  }

  public String getTenantId() {
    return tenantId;
  }

  public String getNumber() {
    return number;
  }

  public Customer getCustomer() {
    return customer;
  }

  public String getDescription() {
    return description;
  }

  public LocalDate getIssuedOn() {
    return issuedOn;
  }

  public LocalDate getDueOn() {
    return dueOn;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public InvoiceStatus statusOn(LocalDate day) {
    if (paidOn != null) {
      return InvoiceStatus.PAID;
    }
    return dueOn.isBefore(day) ? InvoiceStatus.OVERDUE : InvoiceStatus.OPEN;
  }
}
