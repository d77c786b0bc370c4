package io.github.qbconnector.impl.config;

import java.util.List;
import java.util.Map;

/** Intuit's scopes and the short names they may be configured by. */
public final class Scopes {
  private static final String ACCOUNTING = "com.intuit.quickbooks.accounting";
  private static final Map<String, String> SHORT_NAMES =
      Map.of("accounting", ACCOUNTING, "payment", "com.intuit.quickbooks.payment");

  private Scopes() {}

  /** Full scope strings for short names and full strings; the accounting scope for none at all. */
  public static List<String> expand(List<String> names) {
    return names.isEmpty()
        ? List.of(ACCOUNTING)
        : names.stream().map(n -> SHORT_NAMES.getOrDefault(n, n)).distinct().toList();
  }
}
