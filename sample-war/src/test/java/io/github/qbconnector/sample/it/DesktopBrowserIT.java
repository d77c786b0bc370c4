package io.github.qbconnector.sample.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.github.qbconnector.simulator.conductor.DesktopState;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** QuickBooks Desktop in real browsers: one in the office, one where QuickBooks runs. */
@Order(2)
@ExtendWith(ChromiumAtHand.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DesktopBrowserIT extends HttpJourney {

  private static final String COMPANY = "Juniper & Slate";
  private static final String CONNECTED = "QuickBooks is connected";
  private static final Pattern TIME_LEFT =
      Pattern.compile("The link works for another \\d+:\\d\\d\\.");

  /** How long a page may take that notices by itself. */
  private static final double LIVE = 20_000;

  private static final Duration A_WHILE = Duration.ofMinutes(20);
  private static final Duration PAUSE = Duration.ofMinutes(2);

  private final Chromium chromium = new Chromium();

  @AfterAll
  void leave() {
    chromium.close();
  }

  private Visitor visitor(String login) {
    return logIn(chromium.window(), login);
  }

  private static Visitor logIn(Page page, String login) {
    return new Visitor(page, Place.SITE).open("/app/").logIn(login).sees("#company");
  }

  /** The link to be opened where QuickBooks runs. */
  private static String invitation(Visitor waiting) {
    return waiting.sees("main#waiting").page().locator("#link").inputValue();
  }

  private static Visitor begin(Visitor owner) {
    return owner.open(DesktopOwner.CONNECT).press("main#connect form button").sees("main#waiting");
  }

  /** Somebody without a login, at the computer that runs QuickBooks. */
  private static void setUp(Page machine, String invitation) {
    machine.navigate(invitation);
    machine.locator("main#invited form button").click();
    machine.locator("#outcome #connect").click();
  }

  private Visitor connected() {
    Visitor june = visitor("june");
    var unused = new Machine().setsUp(invitation(begin(june)));
    isLive(june, CONNECTED);
    return june;
  }

  private static void isLive(Visitor visitor, String heading) {
    assertThat(visitor.page().locator("h1"))
        .hasText(heading, new HasTextOptions().setTimeout(LIVE));
  }

  private void assertNothingWasForbidden() {
    assertThat(chromium.complaints()).noneMatch(c -> c.contains("Content Security Policy"));
  }

  @Test
  void theWholeJourneyWithTwoBrowsersAndNoLoginOnTheOther() {
    Page office = chromium.window();
    Visitor june = new Visitor(office, Place.SITE).open(Person.GATED).logIn("june");
    june.sees("main#connect").shoot("desktop-connect-start");
    june.press("main#connect form button").sees("main#waiting").shoot("desktop-connect-waiting");

    Locator copy = office.locator("#copy");
    copy.click();
    assertThat(copy).hasText("Copied");
    String invitation = invitation(june);
    assertThat(office.evaluate("navigator.clipboard.readText()")).isEqualTo(invitation);
    assertThat(copy).hasText("Copy the link");
    assertThat(Objects.requireNonNull(office.locator("#mail").getAttribute("href")))
        .startsWith("mailto:?subject=")
        .contains(Browser.encoded(invitation));
    Locator expiry = office.locator("#expiry");
    assertThat(expiry).hasText(TIME_LEFT);
    String before = expiry.textContent();
    assertThat(expiry).not().hasText(before);

    Page there = chromium.another();
    Visitor bookkeeper = new Visitor(there, Place.SITE);
    there.navigate(invitation);
    bookkeeper.sees("main#invited").shoot("desktop-invited");
    Chromium.stayOnce(there, "**/conductor/connect/qbd/*");
    bookkeeper.press("main#invited form button").sees("main#leaving");
    bookkeeper.shoot("desktop-invited-leaving");
    bookkeeper.press("main#leaving a").sees("#outcome").shoot("desktop-simulator-hosted-page");
    assertThat(URI.create(there.url()).getHost()).isEqualTo("127.0.0.1");
    bookkeeper.press("#outcome #connect");
    isLive(bookkeeper, "QuickBooks Desktop is connected");
    bookkeeper.shoot("desktop-invited-done");

    isLive(june, CONNECTED);
    june.shoot("desktop-connect-connected").press(".actions a.primary");
    assertThat(office.locator("#quickbooks-company")).hasText(COMPANY);
    assertThat(URI.create(office.url()).getPath()).isEqualTo(Person.GATED);
    assertThat(office.locator("#quickbooks-invoices tbody tr")).hasCount(12);
    june.shoot("desktop-sample-invoices");
    june.open(Person.SETTINGS).press("#sync-now").sees("#notice").press("#end summary");
    june.shoot("desktop-sample-settings-connected");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void withoutScriptsOnEitherMachineThePageLoadsItselfAgainUntilItIsLinked() {
    chromium.window();
    Page plain = chromium.withoutScripts();
    Visitor june = begin(logIn(plain, "june"));
    june.shoot("desktop-connect-waiting-without-scripts");
    assertThat(plain.locator("#copy")).isHidden();
    assertThat(plain.locator("#expiry")).containsText("The link works until");

    setUp(chromium.withoutScripts(), invitation(june));

    isLive(june, CONNECTED);
    june.press(".actions a.primary").sees("#company");
  }

  @Test
  void theJourneyWorksByKeyboardAlone() {
    Page page = chromium.window();
    new Visitor(page, Place.SITE).open(Person.GATED).logIn("june").sees("main#connect");

    tabTo(page, "main#connect form button");
    page.keyboard().press("Enter");
    assertThat(page.locator("main#waiting")).isVisible();
    tabTo(page, "#copy");
    assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
        .as("the focus can be seen")
        .isNotEqualTo("none");
    page.keyboard().press("Space");
    assertThat(page.locator("#copy")).hasText("Copied");
    tabTo(page, "#mail");
    Camera.shoot(page, "desktop-connect-focused");
    tabTo(page, DesktopOwner.HERE);
    page.keyboard().press("Enter");
    assertThat(page.locator("#outcome")).isVisible();
    tabTo(page, "#outcome #connect");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText(CONNECTED, new HasTextOptions().setTimeout(LIVE));
    tabTo(page, ".actions a.primary");
    page.keyboard().press("Enter");
    assertThat(page.locator("#quickbooks-company")).hasText(COMPANY);
    assertThat(chromium.complaints()).isEmpty();
  }

  /** Presses the tabulator until the element has the focus. */
  private static void tabTo(Page page, String css) {
    Locator wanted = page.locator(css);
    assertThat(wanted).isVisible();
    for (int i = 0; i < 12; i++) {
      page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(wanted.evaluate("e => e === document.activeElement"))) {
        return;
      }
    }
    throw new AssertionError("The tabulator does not lead to " + css);
  }

  @ParameterizedTest
  @CsvSource({
    "OFFLINE, machine-off, Please check that the computer",
    "MODAL_DIALOG, dialog, Please close all dialogs",
    "WRONG_FILE, wrong-file, another company file is open",
    "PROGRAM_CLOSED, program-closed, could not start QuickBooks Desktop",
    "DENIED, denied, must re-authorize our connection"
  })
  void aPageOfTroubleNoticesByItselfWhenTheMachineIsBack(
      DesktopState state, String picture, String words) {
    Visitor june = connected();
    pass(A_WHILE);
    conductor.machine(state);

    june.open(Person.GATED).sees("main");
    assertThat(june.page().locator("main")).containsText(words);
    june.shoot("desktop-gate-" + picture);
    june.open(Person.SETTINGS).shoot("desktop-sample-settings-" + picture);
    june.open(DesktopOwner.CONNECT).sees("main#trouble");
    assertThat(june.page().locator("main")).containsText(words);
    june.shoot("desktop-connect-" + picture);

    conductor.machine(DesktopState.ACTIVE);
    pass(PAUSE);
    isLive(june, CONNECTED);
    assertNothingWasForbidden();
  }

  @Test
  void theGatesPageLeadsOnByItselfWhenTheMachineIsBack() {
    Visitor june = connected();
    pass(A_WHILE);
    conductor.machine(DesktopState.MODAL_DIALOG);
    june.open(Person.GATED).sees("main#unavailable");

    conductor.machine(DesktopState.ACTIVE);
    pass(PAUSE);

    assertThat(june.page().locator("#quickbooks-invoices"))
        .isVisible(new IsVisibleOptions().setTimeout(2 * LIVE));
  }

  @Test
  void everyStateOfASetUpHasAPage() {
    assertStatus(probe("email?tenant=juniper")).isEqualTo(200);
    Visitor june = visitor("june");
    june.open(Person.SETTINGS).shoot("desktop-sample-settings-not-connected");
    june.open(DesktopOwner.CONNECT).sees("#email").shoot("desktop-connect-asks");
    june.page().locator("#company").fill("Juniper & Slate Design Studio, Milwaukee");
    june.page().locator("#email").fill("studio@juniperslate.example");
    june.press("main#connect form button").sees("main#waiting");
    june.open(Person.SETTINGS).shoot("desktop-sample-settings-connecting");
    june.open(DesktopOwner.CONNECT);
    String invitation = invitation(june);

    Visitor there = new Visitor(chromium.another(), Place.SITE);
    there.page().navigate(invitation);
    there.press("main#invited form button").press("#outcome #cancel");
    there.sees("main#invitedWaiting").shoot("desktop-invited-waiting");
    there.page().navigate(invitation.substring(0, invitation.length() - 4) + "AAAA");
    there.sees("main#invitedVoid").shoot("desktop-invited-void");
    there.page().navigate(invitation);
    there.page().evaluate("document.querySelector('[name=csrf]').value = 'wrong'");
    there.press("main#invited form button").sees("main#forged").shoot("desktop-invited-forged");

    pass(Duration.ofMinutes(31));
    june.open(DesktopOwner.CONNECT).sees("main#connect").shoot("desktop-connect-expired");
    setUp(chromium.another(), invitation(begin(june)));
    isLive(june, CONNECTED);
    june.press(DesktopOwner.DISCONNECT).sees("main#connect").shoot("desktop-connect-disconnected");
    assertNothingWasForbidden();
  }

  @Test
  void everyStateThatIsNotTheUsersHasAPage() {
    Visitor june = connected();
    pass(Duration.ofHours(2));
    conductor.down();
    june.open(Person.GATED).sees("main#unavailable");
    pass(PAUSE);
    june.open(Person.GATED).sees("main#unavailable").shoot("desktop-gate-provider-down");
    june.open(DesktopOwner.CONNECT).sees("main#trouble").shoot("desktop-connect-provider-down");
    conductor.mend();
    conductor.machineIsTooSlow();
    pass(PAUSE);
    june.open(DesktopOwner.CONNECT).sees("main");
    assertThat(june.page().locator("main"))
        .containsText("took too long", new ContainsTextOptions().setTimeout(LIVE));
    june.shoot("desktop-connect-too-slow");
    conductor.machine(DesktopState.ACTIVE);
    conductor.deleteJuniper();
    pass(PAUSE);
    june.open(Person.GATED).sees("main#unavailable").shoot("desktop-gate-misconfigured");
    june.open(DesktopOwner.CONNECT).sees("main#trouble").shoot("desktop-connect-misconfigured");
    june.open(Person.SETTINGS).shoot("desktop-sample-settings-misconfigured");
    assertNothingWasForbidden();
  }

  @Test
  void aClerkSeesWhomToAsk() {
    Visitor jasper = visitor("jasper");

    jasper.open(Person.GATED).sees("main#connect").shoot("desktop-connect-not-allowed");
    assertThat(jasper.page().locator("form")).hasCount(0);
    jasper.open(Person.SETTINGS).sees("#owners-only").shoot("desktop-sample-settings-clerk");
    assertNothingWasForbidden();
  }
}
