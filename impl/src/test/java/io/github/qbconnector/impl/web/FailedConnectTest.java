package io.github.qbconnector.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.impl.testing.Bench;
import io.github.qbconnector.impl.testing.LoggedMessages;
import io.github.qbconnector.impl.testing.TestBrowser;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.junit.SimulatorExtension;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Connecting fails: the user is told whose matter it is, and the operators what to do. */
@ExtendWith(SimulatorExtension.class)
class FailedConnectTest {
  private static final String CALLBACK = "/app/quickbooks/callback";

  private final QuickBooksSimulator simulator;
  private final Bench bench;
  private final TestBrowser browser;
  private final LoggedMessages log = new LoggedMessages();

  FailedConnectTest(QuickBooksSimulator simulator) {
    this.simulator = simulator;
    this.bench = new Bench(simulator, Map.of());
    this.browser = new TestBrowser(bench.endpoints);
  }

  @AfterEach
  void close() {
    log.close();
    bench.close();
  }

  /** Comes back from Intuit's page after the user has agreed. */
  private WebAnswer afterConsent() {
    URI consent = URI.create(browser.begin("/x"));
    return browser.get(simulator.intuit().consent(consent, Bench.REALM).toString());
  }

  /** Comes back from Intuit's page with an error instead of a code. */
  private WebAnswer afterError(String error) {
    String state = browser.begin("/x").replaceFirst(".*[?&]state=([^&]+).*", "$1");
    return browser.get(CALLBACK + "?error=" + error + "&state=" + state);
  }

  private void assertPage(WebAnswer answer, int status, String name) {
    assertThat(answer.body()).contains("<main id=\"" + name + "\"");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).contains("Try again", "Back to the application");
    assertThat(bench.connector.connection("hanna").status().state())
        .isEqualTo(ConnectionState.NOT_CONNECTED);
  }

  private void assertTold(String... words) {
    assertThat(log.all()).singleElement().asString().contains(words).contains("connector default");
    assertThat(log.all().get(0)).doesNotContain("hanna", "sim-secret", "wrong-secret");
  }

  @Test
  void aWrongClientSecretIsOperationsMatter() {
    bench.keys.set("quickbooks.online.client-secret", "wrong-secret");
    simulator.clock().advance(Duration.ofSeconds(2));
    WebAnswer answer = afterConsent();
    assertPage(answer, 503, "misconfigured");
    assertThat(answer.body())
        .contains("The operators have been told.")
        .doesNotContain("invalid_client", "Intuit did not allow");
    assertTold("invalid_client", "Check client-id, client-secret and environment");
  }

  @Test
  void whatIntuitFindsWrongWithTheRequestIsOperationsMatter() {
    for (String error :
        new String[] {
          "invalid_request", "unauthorized_client", "unsupported_response_type", "invalid_scope"
        }) {
      try (LoggedMessages told = new LoggedMessages()) {
        assertPage(
            afterError(error + "&error_description=No%20such%0Ascope"), 503, "misconfigured");
        assertThat(told.numbered("QBC0214"))
            .singleElement()
            .asString()
            .contains(error, "No such scope", "scopes", "redirect-uri", "connector default");
      }
    }
  }

  @Test
  void whatIntuitSaidIsNotForgottenOnTheWayOverTheLoginAndAnAbsentStore() {
    String state = browser.begin("/x").replaceFirst(".*[?&]state=([^&]+).*", "$1");
    bench.owner = Optional.empty();
    WebAnswer hop =
        browser.get(CALLBACK + "?error=invalid_scope&error_description=No+scope&state=" + state);
    WebAnswer wait = browser.get(TestBrowser.next(hop));
    bench.owner = Optional.of("hanna");
    bench.store.pull();
    WebAnswer later = browser.follow(wait);
    assertThat(later.status()).isEqualTo(503);
    bench.store.plug();
    assertPage(browser.get(TestBrowser.next(later)), 503, "misconfigured");
    assertThat(log.numbered("QBC0214")).singleElement().asString().contains("(No scope)");
  }

  @Test
  void anOutageOfIntuitsPageIsNoRefusal() {
    assertPage(afterError("server_error"), 503, "failed");
    assertPage(afterError("temporarily_unavailable"), 503, "failed");
    assertThat(log.numbered("QBC0208")).hasSize(2);
  }

  @Test
  void whatIntuitSaysOtherwiseIsShownAndTold() {
    assertPage(afterError("something_new"), 400, "refused");
    assertTold("QBC0214", "something_new");
  }

  @Test
  void anErrorOfAnybodysInventionIsNeitherShownNorLogged() {
    WebAnswer answer = afterError("%3Cscript%3E%0AQBC9999");
    assertPage(answer, 400, "refused");
    assertThat(answer.body()).contains("unknown").doesNotContain("<script>");
    assertTold("QBC0214", "unknown");
    assertThat(log.all().get(0)).doesNotContain("QBC9999", "script", "\n");
  }

  @Test
  void whoCancelsIsNobodysConcern() {
    assertPage(afterError("access_denied"), 200, "cancelled");
    assertThat(log.all()).isEmpty();
  }

  @Test
  void anErrorUsesTheFlowUp() {
    String callback = simulator.intuit().consent(URI.create(browser.begin("/x")), Bench.REALM) + "";
    Map<String, String> cookies = Map.copyOf(browser.cookies);
    String state = callback.replaceFirst(".*[?&]state=([^&]+).*", "$1");
    assertPage(browser.get(CALLBACK + "?error=invalid_scope&state=" + state), 503, "misconfigured");
    browser.cookies.putAll(cookies);
    assertPage(browser.get(callback), 400, "expired");
    assertThat(simulator.requests().count(EndpointKind.TOKEN)).isZero();
  }

  @Test
  void anOutageOfTheTokenEndpointIsTold() {
    simulator.faults().add(Fault.status(503).on(EndpointKind.TOKEN));
    assertPage(afterConsent(), 503, "failed");
    assertTold("HTTP 503", "Intuit's side");
  }

  @Test
  void aCompanyThatIsNotProvenIsTold() {
    String callback = simulator.intuit().consent(URI.create(browser.begin("/x")), Bench.REALM) + "";
    assertPage(browser.get(callback.replace(Bench.REALM, Bench.OTHER_REALM)), 403, "notProven");
    assertThat(log.all()).singleElement().asString().contains("connector default");
  }

  @Test
  void aStoreThatIsAwayIsNoProblemOfQuickBooks() {
    String callback = simulator.intuit().consent(URI.create(browser.begin("/x")), Bench.REALM) + "";
    bench.store.pull();
    WebAnswer answer = browser.get(callback);
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body())
        .contains("cannot be looked up at the moment")
        .doesNotContain("QuickBooks has a problem", "Your connection is kept");
    assertThat(log.numbered("QBC0302")).hasSize(1);
    bench.store.plug();
    assertThat(browser.get(callback).status()).as("loaded again").isEqualTo(303);
  }

  @Test
  void theConnectPageIsTriedAgainWhenTheStoreIsBack() {
    bench.store.pull();
    bench.owner = Optional.of("somebody nobody has looked up yet");
    WebAnswer page = browser.get("/app/quickbooks/connect?return=/x");
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.headers()).containsKey("Retry-After");
    bench.store.plug();
    assertThat(browser.get(TestBrowser.next(page)).body())
        .contains("<main id=\"connect\"", "value=\"/x\"");
  }
}
