package io.github.qbconnector.compatibility.app.callers.sockets;

import io.github.qbconnector.compatibility.app.callers.Errand;
import io.github.qbconnector.compatibility.app.callers.Outcome;
import io.github.qbconnector.compatibility.app.callers.OwnTransaction;
import io.github.qbconnector.compatibility.app.transactions.CallersDatabase;
import io.github.qbconnector.online.OnlineConnector;
import jakarta.inject.Inject;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.security.Principal;

/** Does the errands that come as messages from a browser. */
@ServerEndpoint("/{door}/socket")
public class BooksSocket {
  @Inject private OnlineConnector quickBooks;
  @Inject private CallersDatabase database;
  @Inject private OwnTransaction transaction;

  /** Does one; where no owner is named, for the one who has opened the socket. */
  @OnMessage
  public String receive(String text, Session session) {
    Errand errand = Errand.parse(text);
    Principal caller = session.getUserPrincipal();
    Errand named =
        errand.owner().isEmpty() && caller != null
            ? Errand.of(caller.getName(), errand.undone())
            : errand;
    return Outcome.of(own -> transaction.around(e -> e.run(quickBooks, database), own), named)
        .text();
  }
}
