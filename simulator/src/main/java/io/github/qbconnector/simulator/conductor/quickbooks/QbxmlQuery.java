package io.github.qbconnector.simulator.conductor.quickbooks;

import io.github.qbconnector.simulator.http.JsonCodec;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The filters of a query of qbXML; a filter that is not simulated is refused, not ignored. */
final class QbxmlQuery {

  private static final Set<String> OF_CUSTOMERS =
      Set.of(
          "ListID",
          "FullName",
          "MaxReturned",
          "ActiveStatus",
          "FromModifiedDate",
          "ToModifiedDate",
          "NameFilter",
          "NameRangeFilter");

  private static final Set<String> OF_INVOICES =
      Set.of(
          "TxnID",
          "RefNumber",
          "MaxReturned",
          "ModifiedDateRangeFilter",
          "TxnDateRangeFilter",
          "EntityFilter",
          "RefNumberFilter",
          "PaidStatus",
          "IncludeLineItems",
          "IncludeLinkedTxns");

  private final JsonObject body;

  private QbxmlQuery(JsonObject body, Set<String> known) {
    this.body = body;
    for (String element : body.keySet()) {
      if (!known.contains(element)) {
        throw Refusals.cannotParse("unexpected element " + element + ".");
      }
    }
  }

  static List<JsonObject> ofCustomers(JsonObject body, List<JsonObject> customers) {
    QbxmlQuery query = new QbxmlQuery(body, OF_CUSTOMERS);
    Selection selection =
        new Selection()
            .exactly("id", query.texts("ListID"), false)
            .exactly("fullName", query.texts("FullName"), true);
    switch (query.text("ActiveStatus", "ActiveOnly")) {
      case "ActiveOnly" -> selection.where(customer -> customer.getBoolean("isActive"));
      case "InactiveOnly" -> selection.where(customer -> !customer.getBoolean("isActive"));
      case "All" -> {}
      default -> throw Refusals.cannotParse("ActiveStatus has no such value.");
    }
    query.modified(selection, body);
    query.matching(selection, "NameFilter", "Name", "name");
    JsonObject range = query.aggregate("NameRangeFilter");
    if (range.containsKey("FromName")) {
      selection.ranging("name", required(range, "FromName"), compared -> compared >= 0);
    }
    if (range.containsKey("ToName")) {
      selection.ranging("name", required(range, "ToName"), compared -> compared <= 0);
    }
    return query.limited(selection.from(customers));
  }

  static List<JsonObject> ofInvoices(JsonObject body, List<JsonObject> invoices) {
    QbxmlQuery query = new QbxmlQuery(body, OF_INVOICES);
    Selection selection =
        new Selection()
            .exactly("id", query.texts("TxnID"), false)
            .exactly("refNumber", query.texts("RefNumber"), false);
    query.modified(selection, query.aggregate("ModifiedDateRangeFilter"));
    query.matching(selection, "RefNumberFilter", "RefNumber", "refNumber");
    JsonObject dates = query.aggregate("TxnDateRangeFilter");
    if (dates.containsKey("FromTxnDate")) {
      selection.ranging(
          "transactionDate", required(dates, "FromTxnDate"), compared -> compared >= 0);
    }
    if (dates.containsKey("ToTxnDate")) {
      selection.ranging("transactionDate", required(dates, "ToTxnDate"), compared -> compared <= 0);
    }
    query.ofEntity(selection);
    switch (query.text("PaidStatus", "All")) {
      case "PaidOnly" -> selection.where(invoice -> invoice.getBoolean("isPaid"));
      case "NotPaidOnly" -> selection.where(invoice -> !invoice.getBoolean("isPaid"));
      case "All" -> {}
      default -> throw Refusals.cannotParse("PaidStatus has no such value.");
    }
    List<JsonObject> found = query.limited(selection.from(invoices));
    return query.truth("IncludeLineItems")
        ? found
        : found.stream().map(QbxmlQuery::withoutLines).toList();
  }

  private static JsonObject withoutLines(JsonObject invoice) {
    return JsonCodec.BUILDERS
        .createObjectBuilder(invoice)
        .add("lines", JsonValue.EMPTY_JSON_ARRAY)
        .build();
  }

  private void modified(Selection selection, JsonObject range) {
    if (range.containsKey("FromModifiedDate")) {
      selection.updatedFrom(required(range, "FromModifiedDate"));
    }
    if (range.containsKey("ToModifiedDate")) {
      selection.updatedUntil(required(range, "ToModifiedDate"));
    }
  }

  private void matching(Selection selection, String filter, String element, String field) {
    JsonObject criterion = aggregate(filter);
    if (!criterion.isEmpty()) {
      String part = criterion.getString(element, "");
      switch (criterion.getString("MatchCriterion", "")) {
        case "StartsWith" -> selection.starting(field, part);
        case "Contains" -> selection.containing(field, part);
        case "EndsWith" -> selection.ending(field, part);
        default -> throw Refusals.cannotParse("MatchCriterion has no such value.");
      }
    }
  }

  private void ofEntity(Selection selection) {
    JsonObject filter = aggregate("EntityFilter");
    if (filter.containsKey("ListID")) {
      selection.referring("customer", texts(filter.get("ListID")));
    } else if (filter.containsKey("FullName")) {
      List<String> names = texts(filter.get("FullName"));
      selection.where(
          invoice ->
              invoice.get("customer") instanceof JsonObject customer
                  && names.stream().anyMatch(customer.getString("fullName")::equalsIgnoreCase));
    }
  }

  private static String required(JsonObject aggregate, String element) {
    if (aggregate.get(element) instanceof JsonString text) {
      return text.getString();
    }
    throw Refusals.cannotParse(element + " must be text.");
  }

  private List<JsonObject> limited(List<JsonObject> found) {
    if (!body.containsKey("MaxReturned")) {
      return found;
    }
    JsonValue given = body.get("MaxReturned");
    try {
      int most =
          given instanceof JsonNumber number
              ? number.intValueExact()
              : Integer.parseInt(text("MaxReturned", ""));
      return found.subList(0, Math.min(Math.max(most, 0), found.size()));
    } catch (ArithmeticException | NumberFormatException e) {
      throw Refusals.cannotParse("MaxReturned must be a number.");
    }
  }

  private String text(String element, String otherwise) {
    return body.getString(element, otherwise);
  }

  private boolean truth(String element) {
    JsonValue value = body.getOrDefault(element, JsonValue.FALSE);
    return value == JsonValue.TRUE
        || (value instanceof JsonString text && text.getString().equals("true"));
  }

  private JsonObject aggregate(String element) {
    JsonValue value = body.getOrDefault(element, JsonValue.EMPTY_JSON_OBJECT);
    if (value instanceof JsonObject aggregate) {
      return aggregate;
    }
    throw Refusals.cannotParse(element + " must be an aggregate.");
  }

  private List<String> texts(String element) {
    return texts(body.getOrDefault(element, JsonValue.EMPTY_JSON_ARRAY));
  }

  /** A repeated element is a list; a single one may stand without. */
  private static List<String> texts(JsonValue value) {
    List<String> texts = new ArrayList<>();
    List<JsonValue> all = value instanceof JsonArray list ? list : List.of(value);
    for (JsonValue one : all) {
      if (!(one instanceof JsonString text)) {
        throw Refusals.cannotParse("an id or a name must be text.");
      }
      texts.add(text.getString());
    }
    return texts;
  }
}
