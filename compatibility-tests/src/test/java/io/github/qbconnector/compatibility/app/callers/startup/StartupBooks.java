package io.github.qbconnector.compatibility.app.callers.startup;

import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.compatibility.app.callers.Outcome;
import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.online.OnlineConnection;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** Looks at QuickBooks before the first request comes. */
@Singleton
@Startup
public class StartupBooks {
  private String seen = "nothing";

  @Inject private OnlineConnector quickBooks;
  @Inject private CallersDatabase database;

  @PostConstruct
  void look() {
    try (Stream<OnlineConnection> known = quickBooks.connections()) {
      seen =
          known.noneMatch(connection -> connection.owner().equals("newcomer"))
              + ", "
              + quickBooks.connection("newcomer").status().state()
              + ", "
              + Outcome.of(errand -> quickBooks.connection().owner(), Errand.of("", false)).text();
    }
  }

  /** What it has seen then. */
  public String seen() {
    return seen;
  }

  /** Does an errand. */
  public String run(Errand errand) {
    return errand.run(quickBooks, database);
  }
}
