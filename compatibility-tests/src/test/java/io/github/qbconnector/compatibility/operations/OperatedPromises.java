package io.github.qbconnector.compatibility.operations;

import io.github.qbconnector.compatibility.support.Browser;
import io.github.qbconnector.compatibility.support.TestServer;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the server of operations have in common. */
@OnOperatedServer
abstract class OperatedPromises {
  static final String PAGE = "/gated/page.txt";
  static final String COMPANY = "/gated/company";
  static final String BAKERY = "9341453912000017";

  /** As it stands in the file that all applications share. */
  static final String SECRET = "sim-secret";

  @SuppressWarnings("NullAway.Init") // set before each test
  private OperatedServer server;

  @BeforeEach
  void meet(OperatedServer running) {
    register("shop-client", SECRET);
    server = running;
  }

  OperatedServer server() {
    return server;
  }

  /** Somebody whom the application has logged in. */
  Browser at(String context, String user) {
    return server.nobodyAt(context).knownToTheApplication(user);
  }

  /** Makes Intuit know an application. */
  static void register(String clientId, String secret) {
    TestServer.simulator().intuit().clients().add(clientId, secret, clientId);
  }
}
