package io.github.qbconnector.simulator.conductor.quickbooks;

import io.github.qbconnector.simulator.http.JsonCodec;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What a company file holds at the start. */
final class SeedData {

  private record Person(String name, String firstName, String lastName, String street) {}

  private static final List<Person> PEOPLE =
      List.of(
          new Person("Ashford Interiors", "Ruth", "Ashford", "12 Canal Row"),
          new Person("Blue Heron Cafe", "Sam", "Okafor", "3 Lakeside Walk"),
          new Person("Calloway & Finch LLP", "Nora", "Finch", "200 State Street"),
          new Person("Delgado Landscaping", "Mateo", "Delgado", "77 Orchard Road"),
          new Person("Eastgate Dental", "Priya", "Raman", "41 Eastgate Plaza"),
          new Person("Fairweather Boats", "Tom", "Fairweather", "9 Marina Drive"));

  private static final List<String> ITEMS =
      List.of(Lists.CONSULTING, Lists.TRAINING, Lists.INSTALLATION);

  private static final int INVOICES = 12;

  private final Books books;
  private final Customers customers;
  private final Invoices invoices;
  private int sequence;

  SeedData(Books books, Customers customers, Invoices invoices) {
    this.books = books;
    this.customers = customers;
    this.invoices = invoices;
  }

  static JsonObject company(String name) {
    JsonObject address =
        JsonCodec.BUILDERS
            .createObjectBuilder()
            .add("line1", name)
            .add("line2", "500 Foundry Street")
            .add("city", "Milwaukee")
            .add("state", "WI")
            .add("postalCode", "53202")
            .add("country", "US")
            .build();
    return RecordShape.of("company")
        .complete(
            JsonCodec.BUILDERS
                .createObjectBuilder()
                .add("isSampleCompanyFile", false)
                .add("companyName", name)
                .add("legalCompanyName", name)
                .add("address", address)
                .add("legalAddress", address)
                .add("addressForCustomer", address)
                .add("phone", "555-0100")
                .add("email", "office@example.com")
                .add("fiscalYearStartMonth", "january")
                .add("incomeTaxYearStartMonth", "january")
                .add("companyType", "OtherNone")
                .add("taxForm", "other_or_none")
                .build());
  }

  void plant() {
    for (Person person : PEOPLE) {
      JsonObject customer = customers.add(describe(person));
      if (person.name().startsWith("Delgado")) {
        customers.add(
            JsonCodec.BUILDERS
                .createObjectBuilder()
                .add("name", "Town park")
                .add(
                    "parent",
                    CompanyFile.reference(customer.getString("id"), customer.getString("fullName")))
                .build());
      }
    }
    customers.add(
        JsonCodec.BUILDERS
            .createObjectBuilder()
            .add("name", "Gable Hardware (closed)")
            .add("isActive", false)
            .build());
    addInvoices(INVOICES);
  }

  private static JsonObject describe(Person person) {
    return JsonCodec.BUILDERS
        .createObjectBuilder()
        .add("name", person.name())
        .add("companyName", person.name())
        .add("firstName", person.firstName())
        .add("lastName", person.lastName())
        .add("phone", "555-01" + (10 + person.name().length()))
        .add("email", person.firstName().toLowerCase(Locale.ROOT) + "@example.com")
        .add(
            "billingAddress",
            RecordShape.of("customer")
                .complete(
                    JsonCodec.BUILDERS
                        .createObjectBuilder()
                        .add(
                            "billingAddress",
                            JsonCodec.BUILDERS
                                .createObjectBuilder()
                                .add("line1", person.street())
                                .add("city", "Milwaukee")
                                .add("state", "WI")
                                .add("postalCode", "53202"))
                        .build())
                .get("billingAddress"))
        .add("terms", CompanyFile.reference(Lists.NET_30, Lists.fullName(Lists.NET_30)))
        .build();
  }

  void addCustomers(int count) {
    synchronized (books) {
      for (int i = 0; i < count; i++) {
        sequence++;
        customers.add(
            JsonCodec.BUILDERS
                .createObjectBuilder()
                .add("name", "Walk-in customer %05d".formatted(sequence))
                .build());
      }
    }
  }

  void addInvoices(int count) {
    synchronized (books) {
      List<JsonObject> payers =
          customers.list().stream().filter(one -> one.getBoolean("isActive")).toList();
      for (int i = 0; i < count; i++) {
        sequence++;
        invoices.add(describe(payers));
      }
    }
  }

  private JsonObject describe(List<JsonObject> payers) {
    LocalDate date = books.today().minusDays(sequence % 60L);
    JsonObjectBuilder invoice =
        JsonCodec.BUILDERS
            .createObjectBuilder()
            .add("transactionDate", date.toString())
            .add("dueDate", date.plusDays(30).toString())
            .add("terms", CompanyFile.reference(Lists.NET_30, Lists.fullName(Lists.NET_30)))
            .add("lines", lines());
    if (!payers.isEmpty()) {
      JsonObject payer = payers.get(sequence % payers.size());
      invoice.add(
          "customer", CompanyFile.reference(payer.getString("id"), payer.getString("fullName")));
    }
    return invoice.build();
  }

  private JsonArrayBuilder lines() {
    JsonArrayBuilder lines = JsonCodec.BUILDERS.createArrayBuilder();
    for (int i = 0; i <= sequence % 3; i++) {
      String item = ITEMS.get((sequence + i) % ITEMS.size());
      lines.add(
          JsonCodec.BUILDERS
              .createObjectBuilder()
              .add("id", books.nextTransactionId())
              .add("item", CompanyFile.reference(item, Lists.fullName(item)))
              .add("description", "Work on site")
              .add("quantity", 1 + sequence % 4)
              .add("rate", (40 + 5 * (sequence % 9)) + ".00"));
    }
    return lines;
  }
}
