package io.github.qbconnector.sample.it;

import java.net.URI;
import java.util.Map;

/** Somebody at a browser, and what people do here. */
final class Person {

  static final String GATED = "/app/quickbooks/invoices";
  static final String SETTINGS = "/app/settings/quickbooks";

  private final Browser browser;

  private Person(Browser browser) {
    this.browser = browser;
  }

  static Person loggedIn(String login) {
    Person person = new Person(new Browser());
    person.logsIn(login);
    return person;
  }

  Browser browser() {
    return browser;
  }

  /** Asks for the overview and logs in when asked to; answers where that led. */
  Page logsIn(String login) {
    return fillsInLogin(browser.open("/app/"), login);
  }

  Page fillsInLogin(Page form, String login) {
    return browser.follow(
        browser.pressOnly(form, "#login", Map.of("j_username", login, "j_password", "demo")));
  }

  /** The session and the login are gone, the connector's own cookies are not. */
  void losesTheSession() {
    browser.cookies().drop(name -> !name.contains("qbc-"));
  }

  Page gatedPage() {
    return browser.open(GATED);
  }

  Page settings() {
    return browser.open(SETTINGS);
  }

  /** Begins on the connect page; answers the URL of Intuit's consent page. */
  URI begins() {
    return begins(browser.open("/quickbooks/connect"));
  }

  URI begins(Page connectPage) {
    return browser.pressOnly(connectPage, "form[action$=/connect] button", Map.of()).refresh();
  }

  /** Consents at Intuit; answers the callback's URL without going there. */
  URI consents(URI consentUrl, String realmId) {
    Page consent = browser.open(consentUrl);
    return browser
        .pressOnly(consent, "#connect", Map.of("realmId", realmId))
        .location()
        .orElseThrow();
  }

  /** Cancels at Intuit; answers the callback's URL without going there. */
  URI cancels(URI consentUrl) {
    return browser
        .pressOnly(browser.open(consentUrl), "#cancel", Map.of())
        .location()
        .orElseThrow();
  }

  /** Connects from the first to the last page; answers the last. */
  Page connects(String realmId) {
    return browser.open(consents(begins(), realmId));
  }

  Page presses(String settingsButton) {
    return browser.press(settings(), settingsButton);
  }

  /** The connection's state as the settings page shows it. */
  String state() {
    return settings().element("#connection-state [data-state]").attr("data-state");
  }
}
