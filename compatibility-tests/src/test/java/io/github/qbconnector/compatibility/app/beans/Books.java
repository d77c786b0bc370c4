package io.github.qbconnector.compatibility.app.beans;

import io.github.qbconnector.gate.RequiresQuickBooks;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.inject.Inject;

/** What the three kinds of enterprise beans do alike. */
public abstract class Books {
  @Inject private OnlineConnector quickBooks;
  private int calls;

  /** Reads the company of any owner. */
  public String companyOf(String owner) {
    calls++;
    return quickBooks.connection(owner).accounting().companyInfo().companyName();
  }

  /** Reads the company of the caller, if the gate lets the call pass. */
  @RequiresQuickBooks
  public String companyOfCaller() {
    return companyOf(quickBooks.connection().owner());
  }

  /** How often this bean was asked. */
  public int calls() {
    return calls;
  }
}
