package io.github.qbconnector.simulator.conductor.quickbooks;

import io.github.qbconnector.simulator.http.JsonCodec;
import jakarta.json.JsonObject;
import java.time.Clock;

/** The company file of one end-user: a company with customers and invoices. */
public final class CompanyFile {

  private final Books books;
  private final Customers customers;
  private final Invoices invoices;
  private final SeedData seed;
  private final JsonObject company;

  /** Creates the books of a small firm of this name. */
  public CompanyFile(Clock clock, String companyName) {
    this.books = new Books(clock);
    this.customers = new Customers(books);
    this.invoices = new Invoices(books, customers);
    this.seed = new SeedData(books, customers, invoices);
    this.company = SeedData.company(companyName);
    seed.plant();
  }

  /** The company, in Conductor's words. */
  public JsonObject company() {
    return company;
  }

  /** Its customers. */
  public Customers customers() {
    return customers;
  }

  /** Its invoices. */
  public Invoices invoices() {
    return invoices;
  }

  /** Adds a customer with these fields, named as in answers. */
  public JsonObject addCustomer(JsonObject fields) {
    return customers.add(fields);
  }

  /** Adds an invoice with these fields, named as in answers. */
  public JsonObject addInvoice(JsonObject fields) {
    return invoices.add(fields);
  }

  /** Adds so many invoices for the customers that are there. */
  public void addInvoices(int count) {
    seed.addInvoices(count);
  }

  /** Adds so many customers. */
  public void addCustomers(int count) {
    seed.addCustomers(count);
  }

  /** Removes all customers and invoices. */
  public void clear() {
    synchronized (books) {
      books.clear();
    }
  }

  /** The next write to this record finds it in use, or to one that refers to it. */
  public void lockNextWrite(String recordId) {
    synchronized (books) {
      books.lockNextWrite(recordId);
    }
  }

  /** The time as this machine's QuickBooks writes it. */
  public String now() {
    return books.now();
  }

  /** Answers a request of qbXML, written as JSON. */
  public JsonObject qbxml(JsonObject request) {
    synchronized (books) {
      return new QbxmlProcessor(this).answer(request);
    }
  }

  static JsonObject reference(String id, String fullName) {
    return JsonCodec.BUILDERS.createObjectBuilder().add("id", id).add("fullName", fullName).build();
  }
}
