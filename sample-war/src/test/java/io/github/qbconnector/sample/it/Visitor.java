package io.github.qbconnector.sample.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;

/** Somebody at a real browser. */
record Visitor(Page page, String site) {

  private static final String CALLBACK = "**/quickbooks/callback?*";

  Visitor open(String path) {
    page.navigate(site + path);
    return this;
  }

  Visitor logIn(String login) {
    page.locator("#username").fill(login);
    page.locator("#password").fill("demo");
    page.locator("#login").click();
    return this;
  }

  Visitor press(String css) {
    page.locator(css).click();
    return this;
  }

  /** The application's own page of this heading, or the connector's of this id. */
  Visitor sees(String css) {
    assertThat(page.locator(css)).isVisible();
    return this;
  }

  Visitor shoot(String name) {
    Camera.shoot(page, name);
    return this;
  }

  Visitor consent(String realmId) {
    page.locator("#realm-" + realmId).check();
    return press("#connect");
  }

  /** From the connect page to Intuit's. */
  Visitor begin() {
    return press("form[action$='/connect'] button").sees("#consent");
  }

  Visitor connect(String realmId) {
    return open("/quickbooks/connect").begin().consent(realmId).sees("#connection-state");
  }

  /** Consents or cancels, but does not come back yet; answers the URL that leads back. */
  String decideWithoutComingBack(String realmId, String button) {
    page.locator("#realm-" + realmId).check();
    Chromium.stayOnce(page, CALLBACK);
    Request callback = page.waitForRequest(CALLBACK, () -> press(button));
    return callback.url();
  }

  void losesTheSession() {
    page.context()
        .cookies()
        .forEach(
            cookie -> {
              if (!cookie.name.contains("qbc-")) {
                page.context()
                    .clearCookies(
                        new com.microsoft.playwright.BrowserContext.ClearCookiesOptions()
                            .setName(cookie.name));
              }
            });
  }
}
