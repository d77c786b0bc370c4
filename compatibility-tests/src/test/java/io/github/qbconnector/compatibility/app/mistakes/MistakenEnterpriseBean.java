package io.github.qbconnector.compatibility.app.mistakes;

import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Wants QuickBooks Online where the connector is Desktop. */
@Stateless
public class MistakenEnterpriseBean {
  @Inject
  @QuickBooks("desktop")
  private OnlineConnector quickBooks;

  /** Must never be reached. */
  public String name() {
    return quickBooks.name();
  }
}
