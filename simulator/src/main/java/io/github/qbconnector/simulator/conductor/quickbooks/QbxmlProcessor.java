package io.github.qbconnector.simulator.conductor.quickbooks;

import io.github.qbconnector.simulator.http.JsonCodec;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Answers requests of qbXML, written as JSON, on the books that typed requests see too. */
final class QbxmlProcessor {

  private static final QbxmlNames COMPANY = QbxmlNames.of("Company");
  private static final QbxmlNames CUSTOMER = QbxmlNames.of("Customer");
  private static final QbxmlNames INVOICE = QbxmlNames.of("Invoice");

  private final CompanyFile file;

  QbxmlProcessor(CompanyFile file) {
    this.file = file;
  }

  JsonObject answer(JsonObject request) {
    if (request.size() != 1) {
      throw Refusals.cannotParse("there must be exactly one request.");
    }
    String name = request.keySet().iterator().next();
    if (!(request.get(name) instanceof JsonObject body)) {
      throw Refusals.cannotParse(name + " must be an aggregate.");
    }
    JsonObject answer =
        switch (name) {
          case "CompanyQueryRq" -> one("CompanyRet", COMPANY.toQbxml(file.company()));
          case "HostQueryRq" -> one("HostRet", host());
          case "CustomerQueryRq" ->
              many("CustomerRet", CUSTOMER, QbxmlQuery.ofCustomers(body, file.customers().list()));
          case "CustomerAddRq" ->
              one("CustomerRet", add(body, "CustomerAdd", CUSTOMER, file.customers()::create));
          case "CustomerModRq" ->
              one(
                  "CustomerRet",
                  modify(body, "CustomerMod", "ListID", CUSTOMER, file.customers()::update));
          case "InvoiceQueryRq" ->
              many("InvoiceRet", INVOICE, QbxmlQuery.ofInvoices(body, file.invoices().list()));
          case "InvoiceAddRq" ->
              one("InvoiceRet", add(body, "InvoiceAdd", INVOICE, file.invoices()::create));
          case "InvoiceModRq" ->
              one(
                  "InvoiceRet",
                  modify(body, "InvoiceMod", "TxnID", INVOICE, file.invoices()::update));
          case "TxnDelRq" -> deleted(body);
          case "TxnVoidRq" -> voided(body);
          default -> throw Refusals.cannotParse(name + " is not simulated.");
        };
    return JsonCodec.BUILDERS
        .createObjectBuilder()
        .add(name.replaceFirst("Rq$", "Rs"), answer)
        .build();
  }

  private static JsonObject one(String element, JsonObject record) {
    return JsonCodec.BUILDERS.createObjectBuilder().add(element, record).build();
  }

  /** Nothing found is status 1 of qbXML, no error: an answer without records. */
  private static JsonObject many(String element, QbxmlNames names, List<JsonObject> records) {
    JsonObjectBuilder answer = JsonCodec.BUILDERS.createObjectBuilder();
    if (!records.isEmpty()) {
      JsonArrayBuilder all = JsonCodec.BUILDERS.createArrayBuilder();
      records.forEach(record -> all.add(names.toQbxml(record)));
      answer.add(element, all);
    }
    return answer.build();
  }

  private JsonObject add(
      JsonObject body, String element, QbxmlNames names, UnaryOperator<JsonObject> create) {
    JsonObject request = names.fromQbxml(aggregate(body, element), this::idOf);
    String required = element.equals("CustomerAdd") ? "name" : "customerId";
    if (!request.containsKey(required)) {
      throw Refusals.cannotParse(element + " is not complete.");
    }
    return names.toQbxml(create.apply(request));
  }

  private JsonObject modify(
      JsonObject body,
      String element,
      String idElement,
      QbxmlNames names,
      BiFunction<String, JsonObject, JsonObject> update) {
    JsonObject modification = aggregate(body, element);
    String id = text(modification, idElement);
    JsonObject rest =
        JsonCodec.BUILDERS.createObjectBuilder(modification).remove(idElement).build();
    JsonObject request = names.fromQbxml(rest, this::idOf);
    if (!request.containsKey("revisionNumber")) {
      throw Refusals.cannotParse(element + " needs an EditSequence.");
    }
    return names.toQbxml(update.apply(id, request));
  }

  private JsonObject deleted(JsonObject body) {
    String id = transaction(body, "TxnDelType");
    JsonObject invoice = file.invoices().delete(id);
    return JsonCodec.BUILDERS
        .createObjectBuilder()
        .add("TxnDelType", "Invoice")
        .add("TxnID", id)
        .add("TimeDeleted", file.now())
        .add("RefNumber", invoice.getOrDefault("refNumber", JsonValue.NULL))
        .build();
  }

  private JsonObject voided(JsonObject body) {
    String id = transaction(body, "TxnVoidType");
    JsonObject invoice = file.invoices().voidOne(id);
    return JsonCodec.BUILDERS
        .createObjectBuilder()
        .add("TxnVoidType", "Invoice")
        .add("TxnID", id)
        .add("TimeCreated", invoice.get("createdAt"))
        .add("TimeModified", invoice.get("updatedAt"))
        .add("RefNumber", invoice.getOrDefault("refNumber", JsonValue.NULL))
        .build();
  }

  private static String transaction(JsonObject body, String typeElement) {
    if (!text(body, typeElement).equals("Invoice")) {
      throw Refusals.cannotParse("only transactions of type Invoice are simulated.");
    }
    return text(body, "TxnID");
  }

  private static JsonObject aggregate(JsonObject body, String element) {
    if (body.size() != 1 || !(body.get(element) instanceof JsonObject aggregate)) {
      throw Refusals.cannotParse("expected " + element + " and nothing else.");
    }
    return aggregate;
  }

  private static String text(JsonObject body, String element) {
    String text = body.getString(element, "");
    if (text.isEmpty()) {
      throw Refusals.cannotParse(element + " is missing.");
    }
    return text;
  }

  private String idOf(String element, String fullName) {
    String id =
        element.equals("CustomerRef") || element.equals("ParentRef")
            ? file.customers().list().stream()
                .filter(one -> one.getString("fullName").equalsIgnoreCase(fullName))
                .map(one -> one.getString("id"))
                .findFirst()
                .orElse("")
            : Lists.id(fullName);
    if (id.isEmpty()) {
      throw Refusals.invalidReference(
          element.substring(0, element.length() - 3), fullName, "request");
    }
    return id;
  }

  private static JsonObject host() {
    JsonArrayBuilder versions = JsonCodec.BUILDERS.createArrayBuilder();
    for (int version = 1; version <= 16; version++) {
      versions.add(version + ".0");
    }
    return JsonCodec.BUILDERS
        .createObjectBuilder()
        .add("ProductName", "QuickBooks Enterprise Solutions 24.0")
        .add("MajorVersion", "34")
        .add("MinorVersion", "0")
        .add("Country", "US")
        .add("SupportedQBXMLVersion", versions)
        .add("IsAutomaticLogin", false)
        .add("QBFileMode", "MultiUser")
        .build();
  }
}
