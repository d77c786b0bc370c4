package io.github.qbconnector.sample.billing;

import io.github.qbconnector.sample.tenancy.Tenant;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Customers and invoices of one tenant at a time. */
@Stateless
public class BillingService {

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  public List<Customer> customers(String tenantId) {
    return entities
        .createQuery(
            "select c from Customer c where c.tenantId = :tenant order by c.name", Customer.class)
        .setParameter("tenant", tenantId)
        .getResultList();
  }

  public Optional<Customer> customer(String tenantId, long id) {
    return Optional.ofNullable(entities.find(Customer.class, id))
        .filter(customer -> customer.getTenantId().equals(tenantId));
  }

  /** All invoices, the newest first. */
  public List<Invoice> invoices(String tenantId) {
    return entities
        .createQuery(
            "select i from Invoice i join fetch i.customer where i.tenantId = :tenant"
                + " order by i.issuedOn desc, i.id desc",
            Invoice.class)
        .setParameter("tenant", tenantId)
        .getResultList();
  }

  public BillingTotals totals(String tenantId, LocalDate day) {
    return BillingTotals.of(invoices(tenantId), day);
  }

  /** All customers by name, with what they owe. */
  public List<CustomerBalance> balances(String tenantId) {
    List<Object[]> rows =
        entities
            .createQuery(
                "select c.name, c.email, sum(i.amount) from Customer c"
                    + " left join Invoice i on i.customer = c and i.paidOn is null"
                    + " where c.tenantId = :tenant group by c.name, c.email order by c.name",
                Object[].class)
            .setParameter("tenant", tenantId)
            .getResultList();
    return rows.stream()
        .map(row -> new CustomerBalance((String) row[0], (String) row[1], orZero(row[2])))
        .toList();
  }

  /**
   * Gives a draft the tenant's next number and keeps it.
   *
   * @throws IllegalArgumentException if the customer is not the tenant's
   */
  public Invoice issue(String tenantId, InvoiceDraft draft) {
    Customer customer =
        customer(tenantId, draft.customerId())
            .orElseThrow(() -> new IllegalArgumentException("not a customer of " + tenantId));
    // The lock makes two who write at the same time take two numbers.
    Tenant tenant = entities.find(Tenant.class, tenantId, LockModeType.PESSIMISTIC_WRITE);
    Invoice invoice = new Invoice(tenantId, tenant.takeInvoiceNumber(), customer, draft);
    entities.persist(invoice);
    return invoice;
  }

  private static BigDecimal orZero(Object sum) {
    return sum instanceof BigDecimal amount ? amount : BigDecimal.ZERO;
  }
}
