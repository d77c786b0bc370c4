package io.github.qbconnector.sample.billing;

/** How an invoice stands. */
public enum InvoiceStatus {
  PAID("Paid"),
  OPEN("Open"),
  OVERDUE("Overdue");

  private final String label;

  InvoiceStatus(String label) {
    this.label = label;
  }

  public String getLabel() {
    return label;
  }
}
