package io.github.qbconnector.compatibility.app.ear;

import io.github.qbconnector.online.OnlineConnector;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Uses the connector from a jar of enterprise beans. */
@Stateless
public class Ledger {
  @Inject private OnlineConnector quickBooks;

  /** The company of whoever calls. */
  public String callersCompany() {
    return quickBooks.connection().accounting().companyInfo().companyName();
  }
}
