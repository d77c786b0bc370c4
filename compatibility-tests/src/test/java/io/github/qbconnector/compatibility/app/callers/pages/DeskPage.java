package io.github.qbconnector.compatibility.app.callers.pages;

import io.github.qbconnector.online.OnlineConnector;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The bean behind a page with a button; it lives, and may be stored, as long as the page. */
@Named("desk")
@ViewScoped
public class DeskPage implements Serializable {
  private static final long serialVersionUID = 1L;

  private String company = "none yet";

  @Inject private OnlineConnector quickBooks;

  /** What the button has read. */
  public String getCompany() {
    return company;
  }

  /** The button was pressed. */
  public void read() {
    company = quickBooks.connection().accounting().companyInfo().companyName();
  }
}
