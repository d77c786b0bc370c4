package io.github.qbconnector.compatibility.app.callers.pages;

import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.compatibility.app.callers.Outcome;
import io.github.qbconnector.compatibility.app.callers.OwnTransaction;
import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The bean behind a page. */
@Named("books")
@RequestScoped
public class BooksPage {
  @Inject private OnlineConnector quickBooks;
  @Inject private CallersDatabase database;
  @Inject private OwnTransaction transaction;
  @Inject private HttpServletRequest request;

  /** Does the errand that the page's parameters tell. */
  public String getAnswer() {
    Errand errand =
        Errand.of(
            request.getParameter("owner"), Boolean.parseBoolean(request.getParameter("undone")));
    return Outcome.of(e -> transaction.around(own -> own.run(quickBooks, database), e), errand)
        .text();
  }

  /** The company of whoever looks at the page; what goes wrong is left to the gate. */
  public String getCompany() {
    return quickBooks.connection().accounting().companyInfo().companyName();
  }
}
