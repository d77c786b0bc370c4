package io.github.qbconnector;

/** The two QuickBooks products a connector can speak to. */
public enum Product {
  /** QuickBooks Online, reached through Intuit OAuth 2.0 and the Accounting API. */
  ONLINE,
  /** QuickBooks Desktop, reached through Conductor and the user's own Windows machine. */
  DESKTOP
}
