package io.github.qbconnector.simulator.conductor.quickbooks;

import io.github.qbconnector.simulator.http.JsonCodec;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The customers and jobs of a company file, in Conductor's words. */
public final class Customers {

  static final RecordShape SHAPE = RecordShape.of("customer");

  private final Books books;

  Customers(Books books) {
    this.books = books;
  }

  /** All customers, inactive ones too, oldest first. */
  public List<JsonObject> list() {
    synchronized (books) {
      return List.copyOf(books.customers.values());
    }
  }

  /** The customer of this id. */
  public Optional<JsonObject> find(String id) {
    synchronized (books) {
      return Optional.ofNullable(books.customers.get(id));
    }
  }

  /** Creates a customer as a request describes it. */
  public JsonObject create(JsonObject request) {
    synchronized (books) {
      String id = books.nextListId();
      books.checkLock(id, request.getString("parentId", ""));
      JsonObject customer =
          named(SHAPE.apply(SHAPE.complete(fresh(id)), request, this::nameOf), request);
      checkName(id, customer);
      books.customers.put(id, customer);
      return customer;
    }
  }

  /** Changes a customer as a request describes it. */
  public JsonObject update(String id, JsonObject request) {
    synchronized (books) {
      JsonObject old = find(id).orElseThrow(() -> Refusals.notFound(id));
      books.checkLock(id, request.getString("parentId", ""));
      String revision = request.getString("revisionNumber");
      if (!revision.equals(old.getString("revisionNumber"))) {
        throw Refusals.outOfDate(revision);
      }
      JsonObject customer = named(books.touched(SHAPE.apply(old, request, this::nameOf)), request);
      checkName(id, customer);
      books.customers.put(id, customer);
      return customer;
    }
  }

  JsonObject add(JsonObject fields) {
    synchronized (books) {
      JsonObjectBuilder record =
          JsonCodec.BUILDERS.createObjectBuilder(
              fresh(fields.containsKey("id") ? fields.getString("id") : books.nextListId()));
      fields.forEach(record::add);
      JsonObject given = record.build();
      JsonObject customer = named(SHAPE.complete(given), fields);
      books.customers.put(customer.getString("id"), customer);
      return customer;
    }
  }

  private JsonObject fresh(String id) {
    String now = books.now();
    return JsonCodec.BUILDERS
        .createObjectBuilder()
        .add("id", id)
        .add("createdAt", now)
        .add("updatedAt", now)
        .add("revisionNumber", books.nextRevision())
        .add("name", "Customer " + id)
        .add("isActive", true)
        .add("sublevel", 0)
        .add("balance", "0.00")
        .add("totalBalance", "0.00")
        .add("jobStatus", "none")
        .add("preferredDeliveryMethod", "none")
        .build();
  }

  /** The full name and the depth follow from the name and the parent. */
  private JsonObject named(JsonObject customer, JsonObject request) {
    JsonObjectBuilder named = JsonCodec.BUILDERS.createObjectBuilder(customer);
    String name = customer.getString("name");
    if (customer.get("parent") instanceof JsonObject parent) {
      String id = parent.getString("id");
      JsonObject above =
          find(id).orElseThrow(() -> Refusals.invalidReference("Customer", id, "Customer"));
      named.add("fullName", above.getString("fullName") + ":" + name);
      named.add("sublevel", above.getInt("sublevel") + 1);
    } else {
      named.add("fullName", name);
    }
    if (request.containsKey("openingBalance")) {
      JsonValue balance = request.get("openingBalance");
      named.add("balance", balance).add("totalBalance", balance);
    }
    return named.build();
  }

  private void checkName(String id, JsonObject customer) {
    String fullName = customer.getString("fullName");
    for (JsonObject other : books.customers.values()) {
      if (!other.getString("id").equals(id)
          && other.getString("fullName").equalsIgnoreCase(fullName)) {
        throw Refusals.nameTaken(fullName);
      }
    }
  }

  private String nameOf(String field, String id) {
    return field.equals("parent")
        ? find(id).map(parent -> parent.getString("fullName")).orElse("")
        : Lists.fullName(id);
  }

  /** Adds to what a customer owes, as documents come and go. */
  void owes(String id, BigDecimal more) {
    JsonObject customer = books.customers.get(id);
    if (customer != null) {
      String balance = new BigDecimal(customer.getString("balance")).add(more).toPlainString();
      books.customers.put(
          id,
          JsonCodec.BUILDERS
              .createObjectBuilder(customer)
              .add("balance", balance)
              .add("totalBalance", balance)
              .build());
    }
  }
}
