package io.github.qbconnector.simulator.intuit;

import java.util.List;
import java.util.Map;

/** The scopes that Intuit knows, and what they mean in a person's words. */
final class Scopes {

  static final String OPENID = "openid";
  static final String ACCOUNTING = "com.intuit.quickbooks.accounting";

  private static final Map<String, String> OPENID_SCOPES =
      Map.of(
          OPENID,
          "Know who you are",
          "profile",
          "See your name",
          "email",
          "See your e-mail address",
          "phone",
          "See your phone number",
          "address",
          "See your address",
          "intuit_name",
          "See your Intuit name");

  private static final Map<String, String> COMPANY_SCOPES =
      Map.ofEntries(
          Map.entry(ACCOUNTING, "Read and change your accounting data"),
          Map.entry("com.intuit.quickbooks.payment", "Take payments for you"),
          Map.entry("com.intuit.quickbooks.payroll", "See your payroll"),
          Map.entry("com.intuit.quickbooks.payroll.timetracking", "See times for payroll"),
          Map.entry("com.intuit.quickbooks.payroll.benefits", "See benefits in payroll"),
          Map.entry("com.intuit.quickbooks.payroll.payslip.read", "See payslips"),
          Map.entry("payroll.compensation.read", "See compensations"),
          Map.entry("project-management.project", "Manage projects"),
          Map.entry("app-foundations.custom-field-definitions", "Manage custom fields"),
          Map.entry("app-foundations.custom-field-definitions.read", "See custom fields"),
          Map.entry("app-foundations.custom-dimensions.read", "See custom dimensions"),
          Map.entry("time-tracking.time-entry", "Manage time entries"),
          Map.entry("indirect-tax.tax-calculation.quickbooks", "Calculate taxes"));

  private Scopes() {}

  static boolean known(String scope) {
    return OPENID_SCOPES.containsKey(scope) || COMPANY_SCOPES.containsKey(scope);
  }

  static boolean needCompany(List<String> scopes) {
    return scopes.stream().anyMatch(COMPANY_SCOPES::containsKey);
  }

  static String meaning(String scope) {
    return COMPANY_SCOPES.getOrDefault(scope, OPENID_SCOPES.getOrDefault(scope, scope));
  }
}
