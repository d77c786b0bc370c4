package io.github.qbconnector.sample.tenancy;

import io.github.qbconnector.Product;
import io.github.qbconnector.spi.OwnerProfile.Profile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A company that uses this application. */
@Entity
@Table(name = "tenant")
public class Tenant {

  @Id
  @Column(length = 40)
  private String id;

  @Column(nullable = false)
  private String company;

  @Column private @Nullable String email;

  @Enumerated(EnumType.STRING)
  @Column(name = "quickbooks_product", nullable = false, length = 10)
  private Product quickBooksProduct;

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

  /** Which QuickBooks the company keeps its books in. */
  public Product getQuickBooksProduct() {
    return quickBooksProduct;
  }

  /** What others may know the company by; empty as long as it has not said how to reach it. */
  public Optional<Profile> profile() {
    return Optional.ofNullable(email).map(address -> new Profile(company, address));
  }

  /** Takes the next number of this company's invoices; hold a lock on the row. */
  public String takeInvoiceNumber() {
    return invoicePrefix + "-" + nextInvoice++;
  }
}
