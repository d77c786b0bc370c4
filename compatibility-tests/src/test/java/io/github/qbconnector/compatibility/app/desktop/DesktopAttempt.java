package io.github.qbconnector.compatibility.app.desktop;

import io.github.qbconnector.QuickBooks;
import io.github.qbconnector.desktop.ConductorClient;
import io.github.qbconnector.desktop.DesktopConnector;
import io.github.qbconnector.error.QuickBooksException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Expects calls of QuickBooks Desktop to be refused. */
@ApplicationScoped
public class DesktopAttempt {
  @Inject
  @QuickBooks("desktop")
  private DesktopConnector quickBooks;

  @Inject
  @QuickBooks("desktop")
  private ConductorClient conductor;

  /** What is injected, and how its calls are refused. */
  public String outcome() {
    return quickBooks.name()
        + " is "
        + quickBooks.product()
        + "; "
        + attempt(() -> quickBooks.connection("anybody").companyFile().company())
        + "; "
        + attempt(() -> conductor.endUsers().list());
  }

  private static String attempt(Runnable call) {
    try {
      call.run();
      return "read";
    } catch (QuickBooksException e) {
      return e.getClass().getSimpleName() + " " + e.code();
    }
  }
}
