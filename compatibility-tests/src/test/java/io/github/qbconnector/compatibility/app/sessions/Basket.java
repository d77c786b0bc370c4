package io.github.qbconnector.compatibility.app.sessions;

import io.github.qbconnector.online.OnlineConnector;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;

/** What a user has chosen so far; goes with the session to other nodes. */
@SessionScoped
public class Basket implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private OnlineConnector quickBooks;
  private int items;

  /** Adds one, and says how many there are and whom they are for. */
  public String add() {
    items++;
    return items + " for " + quickBooks.connection().accounting().companyInfo().companyName();
  }
}
