package io.github.qbconnector.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.ConnectRequest;
import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.impl.testing.DesktopBench;
import io.github.qbconnector.impl.testing.TestBrowser;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.conductor.EndUser;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What tests of the pages for QuickBooks Desktop share: June, her browser, and a visitor's. */
@ExtendWith(SimulatorExtension.class)
abstract class DesktopPageTest {
  static final String CONNECT = "/app/quickbooks/connect";
  static final String STATUS = "/app/quickbooks/status";

  final QuickBooksSimulator simulator;
  final DesktopBench bench;
  final TestBrowser browser;
  final TestBrowser visitor;

  DesktopPageTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new DesktopBench(simulator, Map.of());
    this.browser = new TestBrowser(bench.endpoints);
    this.browser.login = "june";
    this.visitor = new TestBrowser(bench.endpoints);
    this.visitor.login = null;
  }

  @AfterEach
  void close() {
    bench.close();
  }

  static void assertPage(WebAnswer answer, int status, String name) {
    assertThat(answer.body()).contains("<main id=\"" + name + "\"");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers())
        .containsEntry("X-Frame-Options", "DENY")
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Referrer-Policy", "no-referrer")
        .containsKey("Content-Security-Policy");
    assertThat(answer.body())
        .doesNotContain("Exception", "at io.github", "auth_sess_", "sk_conductor", "pk_conductor");
  }

  /** The only page with Conductor's link; answers that link. */
  static URI assertLeadsToConductor(WebAnswer answer) {
    assertThat(answer.body()).contains("<main id=\"leaving\"");
    assertThat(answer.headers())
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Referrer-Policy", "no-referrer");
    return URI.create(TestBrowser.next(answer));
  }

  ConnectionState state() {
    return bench.connector.connection("june").status().state();
  }

  List<EndUser> endUsers() {
    return simulator.conductor().endUsers().list();
  }

  int sessions() {
    return simulator.conductor().sessions().list().size();
  }

  /** The page with the link that waits, after June has asked for one. */
  WebAnswer waitingPage() {
    WebAnswer begun = browser.press(browser.get(CONNECT), "Get the link");
    return browser.follow(begun);
  }

  /** An invitation as the application makes one. */
  String invitation() {
    return bench.connector.connection("june").connectLink(ConnectRequest.create()).href();
  }

  /** Nobody is logged in where the visitor is. */
  void logOut() {
    bench.owner = Optional.empty();
  }
}
