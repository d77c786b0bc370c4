package io.github.qbconnector.simulator.conductor.quickbooks;

import io.github.qbconnector.simulator.http.JsonCodec;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The invoices of a company file, in Conductor's words. */
public final class Invoices {

  static final RecordShape SHAPE = RecordShape.of("invoice");

  private final Books books;
  private final Customers customers;

  Invoices(Books books, Customers customers) {
    this.books = books;
    this.customers = customers;
  }

  /** All invoices, oldest first. */
  public List<JsonObject> list() {
    synchronized (books) {
      return List.copyOf(books.invoices.values());
    }
  }

  /** The invoice of this id. */
  public Optional<JsonObject> find(String id) {
    synchronized (books) {
      return Optional.ofNullable(books.invoices.get(id));
    }
  }

  /** Creates an invoice as a request describes it. */
  public JsonObject create(JsonObject request) {
    synchronized (books) {
      String id = books.nextTransactionId();
      checkCustomer(request);
      books.checkLock(id, request.getString("customerId", ""));
      JsonObject lines = InvoiceLines.numbered(request, JsonObject.EMPTY_JSON_OBJECT, books);
      JsonObject invoice =
          InvoiceTotals.of(SHAPE.apply(SHAPE.complete(fresh(id)), lines, this::nameOf));
      return store(Optional.empty(), invoice);
    }
  }

  /** Changes an invoice as a request describes it; lines that come replace all lines. */
  public JsonObject update(String id, JsonObject request) {
    synchronized (books) {
      JsonObject old = find(id).orElseThrow(() -> Refusals.notFound(id));
      checkCustomer(request);
      books.checkLock(id, request.getString("customerId", ""));
      String revision = request.getString("revisionNumber");
      if (!revision.equals(old.getString("revisionNumber"))) {
        throw Refusals.outOfDate(revision);
      }
      JsonObject lines = InvoiceLines.numbered(request, old, books);
      return store(
          Optional.of(old), InvoiceTotals.of(books.touched(SHAPE.apply(old, lines, this::nameOf))));
    }
  }

  /** Deletes an invoice and answers what it was. */
  public JsonObject delete(String id) {
    synchronized (books) {
      JsonObject old = find(id).orElseThrow(() -> Refusals.notFound(id));
      books.checkLock(id, "");
      customers.owes(customerOf(old), balance(old).negate());
      books.invoices.remove(id);
      return old;
    }
  }

  /** Voids an invoice: it stays, with all amounts zero. */
  public JsonObject voidOne(String id) {
    synchronized (books) {
      JsonObject old = find(id).orElseThrow(() -> Refusals.notFound(id));
      books.checkLock(id, "");
      JsonObjectBuilder zero = JsonCodec.BUILDERS.createObjectBuilder(books.touched(old));
      JsonArrayBuilder lines = JsonCodec.BUILDERS.createArrayBuilder();
      for (JsonObject line : old.getJsonArray("lines").getValuesAs(JsonObject.class)) {
        lines.add(
            JsonCodec.BUILDERS
                .createObjectBuilder(line)
                .add("rate", JsonValue.NULL)
                .add("amount", "0.00"));
      }
      String memo = old.get("memo") == JsonValue.NULL ? "" : old.getString("memo");
      zero.add("lines", lines).add("memo", "VOID: " + memo);
      return store(Optional.of(old), InvoiceTotals.of(zero.build()));
    }
  }

  JsonObject add(JsonObject fields) {
    synchronized (books) {
      JsonObjectBuilder record =
          JsonCodec.BUILDERS.createObjectBuilder(
              fresh(fields.containsKey("id") ? fields.getString("id") : books.nextTransactionId()));
      fields.forEach(record::add);
      return store(Optional.empty(), InvoiceTotals.of(SHAPE.complete(record.build())));
    }
  }

  private JsonObject store(Optional<JsonObject> old, JsonObject invoice) {
    old.ifPresent(was -> customers.owes(customerOf(was), balance(was).negate()));
    customers.owes(customerOf(invoice), balance(invoice));
    books.invoices.put(invoice.getString("id"), invoice);
    return invoice;
  }

  private static String customerOf(JsonObject invoice) {
    return invoice.get("customer") instanceof JsonObject customer ? customer.getString("id") : "";
  }

  private static BigDecimal balance(JsonObject invoice) {
    return new BigDecimal(invoice.getString("balanceRemaining"));
  }

  private JsonObject fresh(String id) {
    String now = books.now();
    return JsonCodec.BUILDERS
        .createObjectBuilder()
        .add("id", id)
        .add("createdAt", now)
        .add("updatedAt", now)
        .add("revisionNumber", books.nextRevision())
        .add("transactionDate", books.today().toString())
        .add("refNumber", books.nextRefNumber())
        .add(
            "receivablesAccount",
            JsonCodec.BUILDERS
                .createObjectBuilder()
                .add("id", Lists.RECEIVABLES)
                .add("fullName", Lists.fullName(Lists.RECEIVABLES)))
        .add(
            "documentTemplate",
            JsonCodec.BUILDERS
                .createObjectBuilder()
                .add("id", Lists.INVOICE_TEMPLATE)
                .add("fullName", Lists.fullName(Lists.INVOICE_TEMPLATE)))
        .add("isPending", false)
        .add("isFinanceCharge", false)
        .add("isQueuedForPrint", false)
        .add("isQueuedForEmail", false)
        .add("appliedAmount", "0.00")
        .build();
  }

  private void checkCustomer(JsonObject request) {
    String id = request.getString("customerId", "");
    if (!id.isEmpty() && customers.find(id).isEmpty()) {
      throw Refusals.invalidReference("Customer", id, "Invoice");
    }
  }

  private String nameOf(String field, String id) {
    return field.equals("customer")
        ? customers.find(id).map(customer -> customer.getString("fullName")).orElse("")
        : Lists.fullName(id);
  }
}
