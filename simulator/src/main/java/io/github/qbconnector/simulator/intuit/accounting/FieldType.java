package io.github.qbconnector.simulator.intuit.accounting;

/** How the values of a field compare. */
enum FieldType {
  /** As text, without regard to case. */
  TEXT,
  /** As decimal numbers. */
  NUMBER,
  /** As true and false. */
  BOOLEAN,
  /** As dates or points in time. */
  TIME
}
