package io.github.qbconnector.sample.it;

import java.net.URI;
import java.util.Map;

/** The computer that runs QuickBooks, and somebody at it who has no login here. */
final class Machine {

  private final Browser browser = new Browser();

  Browser browser() {
    return browser;
  }

  /** Opens the link that came by mail; answers the hosted page's URL without going there. */
  URI accepts(String invitation) {
    return browser.pressOnly(browser.open(invitation), "form button", Map.of()).refresh();
  }

  /** Allows access on the hosted page; answers where that led. */
  Page allows(URI authFlowUrl) {
    return browser.press(browser.open(authFlowUrl), "#connect");
  }

  /** From the link in a mail to the end. */
  Page setsUp(String invitation) {
    return allows(accepts(invitation));
  }
}
