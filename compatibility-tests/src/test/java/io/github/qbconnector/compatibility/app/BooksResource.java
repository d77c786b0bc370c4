package io.github.qbconnector.compatibility.app;

import io.github.qbconnector.gate.RequiresQuickBooks;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A resource of the application behind the door of JAX-RS. */
@Path("/books")
@RequestScoped
public class BooksResource {
  @Inject private OnlineConnector quickBooks;

  /** Needs a connection. */
  @GET
  @Produces({"text/plain", "application/json"})
  @RequiresQuickBooks
  public String company() {
    return quickBooks.connection().accounting().companyInfo().companyName();
  }
}
