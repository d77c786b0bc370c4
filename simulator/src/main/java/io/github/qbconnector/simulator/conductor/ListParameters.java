package io.github.qbconnector.simulator.conductor;

import io.github.qbconnector.simulator.conductor.quickbooks.Selection;
import io.github.qbconnector.simulator.http.Parameters;
import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The query parameters of a list. */
final class ListParameters {

  private static final Set<String> CUSTOMERS =
      Set.of(
          "ids",
          "fullNames",
          "limit",
          "cursor",
          "status",
          "updatedAfter",
          "updatedBefore",
          "nameContains",
          "nameStartsWith",
          "nameEndsWith",
          "nameFrom",
          "nameTo",
          "totalBalance",
          "totalBalanceGreaterThan",
          "totalBalanceGreaterThanOrEqualTo",
          "totalBalanceLessThan",
          "totalBalanceLessThanOrEqualTo",
          "currencyIds",
          "classIds",
          "excludeAlternateShippingAddresses");

  private static final Set<String> INVOICES =
      Set.of(
          "ids",
          "refNumbers",
          "limit",
          "cursor",
          "updatedAfter",
          "updatedBefore",
          "transactionDateFrom",
          "transactionDateTo",
          "customerIds",
          "accountIds",
          "refNumberContains",
          "refNumberStartsWith",
          "refNumberEndsWith",
          "refNumberFrom",
          "refNumberTo",
          "currencyIds",
          "paymentStatus",
          "includeLineItems",
          "includeLinkedTransactions");

  private static final int MAX_LIMIT = 150;

  private final Parameters parameters;

  private ListParameters(Parameters parameters, Set<String> known) {
    Set<String> unknown = new TreeSet<>(parameters.names());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw ConductorError.invalid(
          "Unrecognized query parameters: " + String.join(", ", unknown) + ".");
    }
    this.parameters = parameters;
  }

  static ListParameters ofCustomers(Parameters parameters) {
    return new ListParameters(parameters, CUSTOMERS);
  }

  static ListParameters ofInvoices(Parameters parameters) {
    return new ListParameters(parameters, INVOICES);
  }

  int limit() {
    try {
      int limit = parameters.get("limit").map(Integer::parseInt).orElse(MAX_LIMIT);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // The same complaint as for a number out of range.
    }
    throw ConductorError.invalid("Invalid input: expected 1 to 150 at \"limit\"");
  }

  Optional<String> cursor() {
    return parameters.get("cursor");
  }

  boolean includeLineItems() {
    return truth("includeLineItems", true);
  }

  boolean excludeAlternateShippingAddresses() {
    return truth("excludeAlternateShippingAddresses", false);
  }

  private boolean truth(String name, boolean otherwise) {
    return choice(name, Boolean.toString(otherwise), "true", "false").equals("true");
  }

  private String choice(String name, String otherwise, String... known) {
    String value = parameters.get(name).orElse(otherwise);
    if (!List.of(known).contains(value)) {
      throw ConductorError.invalid(
          "Invalid option: expected one of " + String.join(", ", known) + " at \"" + name + "\"");
    }
    return value;
  }

  Selection customers() {
    Selection selection =
        common()
            .exactly("fullName", parameters.all("fullNames"), true)
            .referring("class", parameters.all("classIds"));
    String status = choice("status", "active", "active", "all", "inactive");
    if (!status.equals("all")) {
      selection.where(customer -> customer.getBoolean("isActive") == status.equals("active"));
    }
    texts(selection, "name", "name");
    balance("totalBalance", selection, 0, 0);
    balance("totalBalanceGreaterThan", selection, 1, 1);
    balance("totalBalanceGreaterThanOrEqualTo", selection, 0, 1);
    balance("totalBalanceLessThan", selection, -1, -1);
    balance("totalBalanceLessThanOrEqualTo", selection, -1, 0);
    return selection;
  }

  Selection invoices() {
    Selection selection =
        common()
            .exactly("refNumber", parameters.all("refNumbers"), false)
            .referring("customer", parameters.all("customerIds"))
            .referring("receivablesAccount", parameters.all("accountIds"));
    String payment = choice("paymentStatus", "all", "all", "paid", "not_paid");
    if (!payment.equals("all")) {
      selection.where(invoice -> invoice.getBoolean("isPaid") == payment.equals("paid"));
    }
    texts(selection, "refNumber", "refNumber");
    date("transactionDateFrom")
        .ifPresent(from -> selection.where(invoice -> !dateOf(invoice).isBefore(from)));
    date("transactionDateTo")
        .ifPresent(to -> selection.where(invoice -> !dateOf(invoice).isAfter(to)));
    truth("includeLinkedTransactions", false);
    return selection;
  }

  private Selection common() {
    Selection selection =
        new Selection()
            .exactly("id", parameters.all("ids"), false)
            .referring("currency", parameters.all("currencyIds"));
    parameters.get("updatedAfter").ifPresent(selection::updatedFrom);
    parameters.get("updatedBefore").ifPresent(selection::updatedUntil);
    return selection;
  }

  private void texts(Selection selection, String prefix, String field) {
    long exclusive =
        List.of("Contains", "StartsWith", "EndsWith").stream()
            .filter(suffix -> parameters.get(prefix + suffix).isPresent())
            .count();
    if (exclusive > 1) {
      throw ConductorError.invalid(
          prefix + "Contains, StartsWith and EndsWith exclude one another.");
    }
    parameters.get(prefix + "Contains").ifPresent(part -> selection.containing(field, part));
    parameters.get(prefix + "StartsWith").ifPresent(start -> selection.starting(field, start));
    parameters.get(prefix + "EndsWith").ifPresent(end -> selection.ending(field, end));
    parameters
        .get(prefix + "From")
        .ifPresent(from -> selection.ranging(field, from, compared -> compared >= 0));
    parameters
        .get(prefix + "To")
        .ifPresent(to -> selection.ranging(field, to, compared -> compared <= 0));
  }

  private void balance(String name, Selection selection, int least, int most) {
    parameters
        .get(name)
        .ifPresent(
            amount ->
                selection.amount(
                    "totalBalance",
                    amount,
                    compared ->
                        Integer.signum(compared) >= least && Integer.signum(compared) <= most));
  }

  private Optional<LocalDate> date(String name) {
    try {
      return parameters.get(name).map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw ConductorError.invalid("Invalid date at \"" + name + "\"");
    }
  }

  private static LocalDate dateOf(JsonObject invoice) {
    return LocalDate.parse(invoice.getString("transactionDate"));
  }
}
