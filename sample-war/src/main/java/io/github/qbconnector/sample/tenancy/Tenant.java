package io.github.qbconnector.sample.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A company that uses this application. */
@Entity
@Table(name = "tenant")
public class Tenant {

  @Id
  @Column(length = 40)
  private String id;

  @Column(nullable = false)
  private String company;

  @Column(name = "invoice_prefix", nullable = false, length = 8)
  private String invoicePrefix;

  @Column(name = "next_invoice", nullable = false)
  private int nextInvoice;

  /** For the persistence provider. */
  @SuppressWarnings("NullAway.Init")
  protected Tenant() {}

  public String getId() {
    return id;
  }

  public String getCompany() {
    return company;
  }

  /** Takes the next number of this company's invoices; hold a lock on the row. */
  public String takeInvoiceNumber() {
    return invoicePrefix + "-" + nextInvoice++;
  }
}
