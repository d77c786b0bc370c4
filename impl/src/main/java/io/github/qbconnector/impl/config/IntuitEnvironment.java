package io.github.qbconnector.impl.config;

/** Which of Intuit's worlds a connector speaks to. */
public enum IntuitEnvironment {
  SANDBOX,
  PRODUCTION,
  /** A simulator or a proxy at {@code quickbooks.online.base-url}. */
  CUSTOM
}
