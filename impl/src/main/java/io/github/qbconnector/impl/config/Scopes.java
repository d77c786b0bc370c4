package io.github.qbconnector.impl.config;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Intuit's scopes and the short names they may be configured by. */
public final class Scopes {
  private static final String ACCOUNTING = "com.intuit.quickbooks.accounting";
  private static final Map<String, String> SHORT_NAMES =
      Map.of("accounting", ACCOUNTING, "payment", "com.intuit.quickbooks.payment");

  /** OpenID Connect's; with nothing else Intuit asks for no company and sends no realm id. */
  private static final Set<String> IDENTITY =
      Set.of("openid", "profile", "email", "phone", "address");

  private Scopes() {}

  /** Whether there is one by which a company is chosen, not only somebody's identity shown. */
  static boolean nameACompany(List<String> scopes) {
    return !IDENTITY.containsAll(scopes);
  }

  /** Full scope strings for short names and full strings; the accounting scope for none at all. */
  public static List<String> expand(List<String> names) {
    return names.isEmpty()
        ? List.of(ACCOUNTING)
        : names.stream().map(n -> SHORT_NAMES.getOrDefault(n, n)).distinct().toList();
  }
}
