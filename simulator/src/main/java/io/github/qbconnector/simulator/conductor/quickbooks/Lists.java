package io.github.qbconnector.simulator.conductor.quickbooks;

import java.util.Map;

/**
 * The names of other list objects of every company file. Only a few are known; a request may refer
 * to any, and one that is not known has an id and no name.
 */
final class Lists {

  static final String CONSULTING = "80000101-1500000000";
  static final String TRAINING = "80000102-1500000000";
  static final String INSTALLATION = "80000103-1500000000";
  static final String RECEIVABLES = "80000111-1500000000";
  static final String INVOICE_TEMPLATE = "80000121-1500000000";
  static final String NET_30 = "80000131-1500000000";

  private static final Map<String, String> NAMES =
      Map.of(
          CONSULTING, "Consulting",
          TRAINING, "Services:Training",
          INSTALLATION, "Services:Installation",
          RECEIVABLES, "Accounts Receivable",
          INVOICE_TEMPLATE, "Intuit Service Invoice",
          NET_30, "Net 30");

  private Lists() {}

  static String fullName(String id) {
    return NAMES.getOrDefault(id, "");
  }

  /** The id of a full name; empty if it is not known. */
  static String id(String fullName) {
    return NAMES.entrySet().stream()
        .filter(entry -> entry.getValue().equalsIgnoreCase(fullName))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
