package io.github.qbconnector.sample.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;

/** Somebody at a real browser. */
record Visitor(Page page, String site) {

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

  /**
   * Consents or cancels beside the page, so that the browser does not come back yet; answers the
   * URL that leads back.
   */
  String decidesWithoutComingBack(String realmId, String decision) {
    Object fields =
        page.evaluate("Object.fromEntries(new FormData(document.querySelector('#consent')))");
    FormData form = FormData.create();
    ((Map<?, ?>) fields).forEach((name, value) -> form.set((String) name, (String) value));
    form.set("realmId", realmId).set("decision", decision);
    APIResponse answer =
        page.context()
            .request()
            .post(page.url(), RequestOptions.create().setForm(form).setMaxRedirects(0));
    return String.valueOf(answer.headers().get("location"));
  }

  void losesTheSession() {
    page.context()
        .cookies()
        .forEach(
            cookie -> {
              if (!cookie.name.contains("qbc-")) {
                page.context().clearCookies(new ClearCookiesOptions().setName(cookie.name));
              }
            });
  }
}
