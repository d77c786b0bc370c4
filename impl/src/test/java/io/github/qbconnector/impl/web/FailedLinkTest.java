package io.github.qbconnector.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.impl.testing.LoggedMessages;
import io.github.qbconnector.impl.testing.TestBrowser;
import io.github.qbconnector.simulator.QuickBooksSimulator;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A link cannot be made: everybody is told what is the matter, and whose matter it is. */
class FailedLinkTest extends DesktopPageTest {
  private final LoggedMessages log = new LoggedMessages();

  FailedLinkTest(QuickBooksSimulator simulator) {
    super(simulator);
  }

  @AfterEach
  void stopListening() {
    log.close();
  }

  private WebAnswer begin(Fault fault) {
    WebAnswer page = browser.get(CONNECT + "?return=/x");
    simulator.faults().add(fault);
    WebAnswer answer = browser.press(page, "Get the link");
    simulator.faults().clear();
    assertPage(answer, 503, "unavailable");
    assertThat(answer.headers()).containsKey("Retry-After");
    return answer;
  }

  @Test
  void whatIsTheMatterIsToldAndNothingThatIsNotTrue() {
    assertThat(begin(Fault.throttle().on(EndpointKind.END_USERS)).body())
        .contains("QuickBooks is busy at the moment.");
    simulator.clock().advance(Duration.ofMinutes(2));
    assertThat(begin(Fault.of(FaultKind.DROP_BEFORE).on(EndpointKind.AUTH_SESSIONS)).body())
        .contains("QuickBooks cannot be reached at the moment.")
        .doesNotContain("Your connection is kept");
    simulator.clock().advance(Duration.ofMinutes(2));
    assertThat(begin(Fault.status(503).on(EndpointKind.AUTH_SESSIONS)).body())
        .contains("QuickBooks has a problem at the moment.")
        .doesNotContain("Your connection is kept");
  }

  @Test
  void itIsTriedAgainFromTheSamePage() {
    WebAnswer failed = begin(Fault.status(503).on(EndpointKind.AUTH_SESSIONS));
    WebAnswer page = browser.get(TestBrowser.next(failed));
    assertPage(page, 200, "connect");
    assertThat(browser.press(page, "Get the link").headers())
        .containsEntry("Location", CONNECT + "?return=%2Fx");
  }

  @Test
  void aVisitorIsNotLedIntoTheApplication() {
    String invitation = invitation();
    logOut();
    WebAnswer page = visitor.get(invitation);
    simulator.faults().add(Fault.status(503).on(EndpointKind.AUTH_SESSIONS));
    WebAnswer failed = visitor.press(page, "Go on");
    simulator.faults().clear();
    assertPage(failed, 503, "unavailable");
    assertThat(failed.body()).doesNotContain("href=\"/app/\"");
    assertLeadsToConductor(visitor.press(visitor.get(TestBrowser.next(failed)), "Go on"));
  }

  @Test
  void aDeletionThatConductorDoesNotConfirmIsTold() {
    bench.connect("june");
    WebAnswer page = browser.get(CONNECT);
    simulator.faults().add(Fault.status(503).on(EndpointKind.END_USERS));
    assertPage(browser.press(page, "Disconnect and delete the set-up"), 503, "unavailable");
    assertThat(log.all()).singleElement().asString().contains("Deleting an end-user");
  }
}
