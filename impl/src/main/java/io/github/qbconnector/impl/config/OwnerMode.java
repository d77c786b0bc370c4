package io.github.qbconnector.impl.config;

/** Who owns a connection. */
public enum OwnerMode {
  /** The application itself: one company for the whole WAR. */
  APPLICATION,
  /** Each login has its own. */
  PRINCIPAL,
  /** A bean of the application says so. */
  RESOLVER
}
