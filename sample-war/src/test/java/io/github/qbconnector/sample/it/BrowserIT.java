package io.github.qbconnector.sample.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.qbconnector.sample.it.Intuit.HARBOR;
import static io.github.qbconnector.sample.it.Intuit.JUNIPER;
import static io.github.qbconnector.sample.it.Intuit.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The journey in a real browser, with Intuit on another site, and a picture of every page. */
@Order(1) // before others move the clock: the pictures show today
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(ChromiumAtHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT extends HttpJourney {

  private final Chromium chromium = new Chromium();

  @AfterAll
  void leave() {
    chromium.close();
  }

  private Visitor visitor(String login) {
    return new Visitor(chromium.window(), Place.SITE).open("/app/").logIn(login).sees("#company");
  }

  @Test
  @Order(1)
  void theWholeJourneyWithIntuitOnAnotherSite() {
    Page page = chromium.window();
    Visitor hanna = new Visitor(page, Place.SITE).open(Person.GATED).shoot("sample-login");
    hanna.logIn("hanna").sees("main#connect").shoot("connect-page");

    Chromium.stayOnce(page, "**/connect/oauth2?*");
    hanna.press("form button").sees("main#leaving").shoot("connect-leaving");
    hanna.press("main#leaving a").sees("#consent").shoot("simulator-consent");
    assertThat(URI.create(page.url()).getHost()).isEqualTo("127.0.0.1");

    hanna.consent(HARBOR);
    assertThat(page.locator("#quickbooks-company")).hasText("Harbor Street Bakery");
    assertThat(URI.create(page.url()).getPath()).isEqualTo(Person.GATED);
    hanna.shoot("sample-quickbooks-invoices");
    assertThat(chromium.complaints()).isEmpty();

    hanna.open(Person.SETTINGS).press("#sync-now").sees("#notice").press("#end summary");
    hanna.shoot("sample-settings-connected");
    hanna.open("/quickbooks/connect").sees("main.success").shoot("connect-page-connected");
    hanna.open(Person.SETTINGS).press("#end summary").press("#connect-other");
    hanna.sees("main#connect").shoot("connect-page-other-company");
    hanna.begin().consent(JUNIPER).sees("#connection-state");
    assertThat(page.locator("main")).containsText("Juniper & Slate Design Studio");
    hanna.press("#end summary").press("#disconnect").sees("#notice");
    hanna.shoot("sample-settings-not-connected");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void theConnectPageWorksByKeyboardAlone() {
    Page page = chromium.window();
    new Visitor(page, Place.SITE).open(Person.GATED).logIn("hanna").sees("main#connect");

    page.keyboard().press("Tab");
    assertThat(page.locator("form[action$='/connect'] button")).isFocused();
    assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
        .as("the focus can be seen")
        .isNotEqualTo("none");
    Camera.shoot(page, "connect-page-focused");
    page.keyboard().press("Enter");

    assertThat(page.locator("#consent")).isVisible();
    page.locator("#realm-" + HARBOR).focus();
    page.keyboard().press("Space");
    page.keyboard().press("Enter");
    assertThat(page.locator("#quickbooks-company")).hasText("Harbor Street Bakery");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void aDoubleClickBeginsOneFlow() {
    Visitor hanna = visitor("hanna").open("/quickbooks/connect");

    hanna.page().locator("form[action$='/connect'] button").dblclick();

    hanna.sees("#consent");
    assertThat(hanna.page().context().cookies(Place.SITE + "/quickbooks/"))
        .filteredOn(cookie -> cookie.name.contains("qbc-flow-"))
        .hasSize(1);
  }

  @Test
  void everyPageOfTheSample() {
    Visitor hanna = visitor("hanna").shoot("sample-overview");
    hanna.open("/app/invoices").shoot("sample-invoices");
    hanna.open("/app/invoices/new").shoot("sample-new-invoice");
    hanna.open("/app/nowhere").shoot("sample-not-found");
    hanna.open(Person.SETTINGS).page().locator("#logout").click();
    hanna.sees("#username").logIn("nobody").sees("#username").shoot("sample-login-failed");
    assertThat(chromium.complaints()).noneMatch(c -> c.contains("Content Security Policy"));
  }

  @Test
  void everyEndOfAFlowHasAPage() {
    Visitor hanna = visitor("hanna");
    hanna.open(Person.GATED).begin().press("#cancel").sees("main#cancelled");
    hanna.shoot("callback-cancelled");

    String cancelled = begun(hanna).decidesWithoutComingBack(HARBOR, "cancel");
    hanna.page().navigate(cancelled.replace("access_denied", "something_new"));
    hanna.sees("main#refused").shoot("callback-refused");

    String unasked = begun(hanna).decidesWithoutComingBack(HARBOR, "connect");
    intuit.refuseOurClient();
    hanna.page().navigate(unasked);
    hanna.sees("main#misconfigured").shoot("callback-misconfigured");
    intuit.acceptOurClient();

    hanna.open("/quickbooks/callback?state=gone").sees("main#expired").shoot("callback-expired");

    String forged = begun(hanna).decidesWithoutComingBack(HARBOR, "connect");
    hanna.page().navigate(forged.replace(HARBOR, NORTHWIND));
    hanna.sees("main#notProven").shoot("callback-realm-not-proven");

    String late = begun(hanna).decidesWithoutComingBack(HARBOR, "connect");
    intuit.down(EndpointKind.TOKEN);
    hanna.page().navigate(late);
    hanna.sees("main#failed").shoot("callback-intuit-down");
    intuit.mend();

    hanna.open("/quickbooks/connect");
    hanna.page().evaluate("document.querySelector('[name=csrf]').value = 'wrong'");
    hanna.press("form button").sees("main#forged").shoot("connect-forged");

    String lost = begun(hanna).decidesWithoutComingBack(HARBOR, "connect");
    hanna.losesTheSession();
    Chromium.stayOnce(hanna.page(), "**/quickbooks/callback?hop=*");
    hanna.page().navigate(lost);
    hanna.sees("main#hop").shoot("callback-hop");
    hanna.press("main#hop a").sees("#username").logIn("nora");
    hanna.sees("main#otherUser").shoot("callback-other-user");
    assertThat(chromium.complaints()).noneMatch(c -> c.contains("Content Security Policy"));
  }

  @Test
  void everyStateOfAConnectionHasAPage() {
    Visitor hanna = visitor("hanna").connect(HARBOR);
    intuit.revoke(HARBOR);
    hanna.open(Person.GATED).sees("main#connect").shoot("connect-page-reconnect");
    begun(hanna).consent(JUNIPER).sees("main#otherCompany").shoot("callback-other-company");
    hanna.open(Person.SETTINGS).shoot("sample-settings-reconnect");
    hanna.connect(HARBOR);

    pass(Duration.ofHours(8));
    intuit.faulty(EndpointKind.TOKEN, Fault.of(FaultKind.HANG));
    hanna.open(Person.GATED).sees("main#unavailable");
    assertThat(hanna.page().locator("h1")).containsText("is being checked");
    hanna.shoot("gate-checking");
    intuit.mend();
    intuit.down(EndpointKind.TOKEN);
    pass(Duration.ofMinutes(2));
    hanna.open(Person.GATED).sees("main#unavailable").shoot("gate-provider-down");
    hanna.open(Person.SETTINGS).shoot("sample-settings-provider-down");
    intuit.mend();
    intuit.refuseOurClient();
    pass(Duration.ofMinutes(2));
    hanna.open(Person.GATED).sees("main#unavailable").shoot("gate-misconfigured");
    assertThat(hanna.page().locator("main")).containsText("You need not do anything");
    intuit.acceptOurClient();
    pass(Duration.ofMinutes(2));
    hanna.open(Person.GATED).sees("#quickbooks-invoices");
    intuit.down(EndpointKind.ACCOUNTING);
    hanna.open(Person.GATED).sees("#unavailable").shoot("sample-quickbooks-does-not-answer");
    assertThat(chromium.complaints()).noneMatch(c -> c.contains("Content Security Policy"));
  }

  @Test
  void theFinalEndOfAGrantIsToldAheadAndPutOffByConnectingAgain() {
    intuit.endGrantsAfter(Duration.ofDays(20));
    Visitor hanna = visitor("hanna").connect(HARBOR);

    hanna.open("/quickbooks/connect").sees("main#connect.warning").shoot("connect-page-ending");
    assertThat(hanna.page().locator("main")).containsText("This connection ends on");

    intuit.endGrantsAfter(Duration.ofDays(5 * 365));
    hanna.begin().consent(HARBOR).sees("#connection-state");
    hanna.open("/quickbooks/connect").sees("main#connect.success");
    assertThat(hanna.page().locator("main")).not().containsText("This connection ends on");
    assertThat(chromium.complaints()).noneMatch(c -> c.contains("Content Security Policy"));
  }

  @Test
  void aClerkSeesWhomToAsk() {
    Visitor carl = visitor("carl");

    carl.open(Person.GATED).sees("main#connect").shoot("connect-page-not-allowed");
    assertThat(carl.page().locator("form")).hasCount(0);
    carl.open(Person.SETTINGS).sees("#owners-only").shoot("sample-settings-clerk");
    assertThat(chromium.complaints()).noneMatch(c -> c.contains("Content Security Policy"));
  }

  private static Visitor begun(Visitor visitor) {
    return visitor.open("/quickbooks/connect").begin();
  }
}
