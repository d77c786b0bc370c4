package io.github.qbconnector.compatibility.app.transactions;

import io.github.qbconnector.online.OnlineConnector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;

/** What all callers do alike: something in their own database, and a call of QuickBooks. */
@ApplicationScoped
public class Work {
  @Inject private CallersDatabase database;
  @Inject private OnlineConnector quickBooks;

  /** Works and calls; answers the name of the owner's company. */
  public String workAndCall(String owner) {
    try (Connection connection = database.connect()) {
      database.work(connection, owner);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return call(owner);
  }

  /** Works, and keeps the connection to its database while it calls. */
  public String workAndCallMeanwhile(String owner) {
    try (Connection connection = database.connect()) {
      database.work(connection, owner);
      return call(owner);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Calls. */
  public String call(String owner) {
    return quickBooks.connection(owner).accounting().companyInfo().companyName();
  }
}
