package io.github.qbconnector.compatibility.app.faces;

import io.github.qbconnector.online.OnlineConnector;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the page shows. */
@Named
@RequestScoped
public class Invoices {
  @Inject private OnlineConnector quickBooks;
  private String company = "";

  /** Reads from QuickBooks. */
  public void load() {
    company = quickBooks.connection().accounting().companyInfo().companyName();
  }

  /** The company's name, once it was read. */
  public String getCompany() {
    return company;
  }
}
