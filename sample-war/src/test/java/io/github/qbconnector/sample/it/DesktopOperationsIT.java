package io.github.qbconnector.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import io.github.qbconnector.simulator.core.FaultKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with our keys or at Conductor is nobody's fault who uses the application. */
class DesktopOperationsIT extends DesktopJourney {

  private static final String COMPANY = "Juniper & Slate";
  private static final String SECRET = "quickbooks.connector.desktop.desktop.secret-key";
  private static final String PUBLISHABLE = "quickbooks.connector.desktop.desktop.publishable-key";
  private static final String OTHER_SECRET = "sk_conductor_another_project";
  private static final String OTHER_PUBLISHABLE = "pk_conductor_another_project";

  /** Below the gate, and nothing is there: whoever gets a 404 has passed. */
  private static final String BEHIND_THE_GATE = "/app/quickbooks/nothing";

  private static final Duration A_WHILE = Duration.ofMinutes(20);
  private static final Duration LONG = Duration.ofHours(2);
  private static final Duration PAUSE = Duration.ofMinutes(2);

  /** The ways in which Conductor fails as a whole. */
  enum Failing {
    DOWN(Fault.status(503)),
    ERROR(Fault.status(500)),
    THROTTLED(Fault.throttle(Duration.ofSeconds(20))),
    A_PAGE_OF_HTML(Fault.of(FaultKind.HTML_200)),
    HALF_AN_ANSWER(Fault.of(FaultKind.MALFORMED)),
    CUT(Fault.of(FaultKind.DROP_BEFORE)),
    SILENT(Fault.of(FaultKind.HANG));

    @SuppressWarnings("ImmutableEnumChecker") // a record of plain values
    final Fault fault;

    Failing(Fault fault) {
      this.fault = fault;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whileConductorFailsAGoodAnswerStandsForAWhileAndNobodyIsAskedToConnect(Failing how) {
    Person june = connected("june");
    pass(A_WHILE);
    conductor.faulty(EndpointKind.ANY, how.fault);

    assertStatus(june.browser().open(BEHIND_THE_GATE)).isEqualTo(404);

    pass(LONG);
    Page page = june.gatedPage();
    assertPage(page, 503, "unavailable");
    assertThat(page.header("Retry-After")).isPresent();
    String state = soon(june::state, "PROVIDER_DOWN"::equals);
    assertThat(state).isEqualTo("PROVIDER_DOWN");
    Page problem = DesktopOwner.of(june).asScript();
    assertProblem(problem, 503, "PROVIDER_DOWN");
    assertThat(june.settings().has("#connect")).isFalse();
    Page connect = DesktopOwner.of(june).connectPage();
    assertPage(connect, 200, "trouble");
    assertThat(connect.has(DesktopOwner.BEGIN)).isFalse();

    conductor.mend();
    pass(PAUSE);
    assertInvoicesOf(soon(june::gatedPage, answer -> answer.status() == 200), COMPANY);
    assertThat(conductor.endUsers()).hasSize(1);
    assertThat(conductor.sessions()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void whileConductorFailsBeginningSaysSoAndNothingIsHalfDone(Failing how) {
    Person june = Person.loggedIn("june");
    Page start = DesktopOwner.of(june).connectPage();
    conductor.faulty(EndpointKind.ANY, how.fault);

    Page page = june.browser().press(start, DesktopOwner.BEGIN);

    assertStatus(page).isEqualTo(503);
    assertCivil(page);

    conductor.mend();
    pass(PAUSE);
    Page waiting =
        soon(
            () -> june.browser().press(DesktopOwner.of(june).connectPage(), "form button"),
            "waiting");
    assertPage(waiting, 200, "waiting");
    machine.setsUp(DesktopOwner.invitation(waiting));
    soonConnected(june);
    assertThat(conductor.endUsers()).hasSize(1);
  }

  @Test
  void anAnswerLostAfterTheSessionWasMadeLeavesNoSecondEndUser() {
    Person june = Person.loggedIn("june");
    Page start = DesktopOwner.of(june).connectPage();
    conductor.faulty(EndpointKind.AUTH_SESSIONS, Fault.of(FaultKind.DROP_AFTER_SEND).times(2));

    Page lost = june.browser().press(start, DesktopOwner.BEGIN);
    assertStatus(lost).isEqualTo(503);
    assertCivil(lost);

    conductor.mend();
    pass(PAUSE);
    assertPage(soon(DesktopOwner.of(june)::begins, "waiting"), 200, "waiting");
    assertThat(conductor.endUsers()).hasSize(1);
  }

  @Test
  void aWrongSecretKeyIsOperationsMatterAndMendsWithTheRightOne() {
    Person june = connected("june");
    pass(LONG);
    configure(SECRET, "sk_conductor_mistyped");

    assertMisconfigured(june);

    configure();
    assertInvoicesOf(june.gatedPage(), COMPANY);
    assertThat(conductor.sessions()).hasSize(1);
  }

  @Test
  void theSecretKeyOfAnotherProjectIsNoticedThereAndNobodyConnectsAnew() {
    Person june = connected("june");
    conductor.addProject(OTHER_SECRET, OTHER_PUBLISHABLE);
    pass(LONG);
    configure(SECRET, OTHER_SECRET);

    assertMisconfigured(june);

    configure();
    assertInvoicesOf(june.gatedPage(), COMPANY);
    assertThat(conductor.endUsers()).hasSize(1);
  }

  @Test
  void theKeysOfAnotherProjectAreNoticedWithoutACall() {
    Person june = connected("june");
    conductor.addProject(OTHER_SECRET, OTHER_PUBLISHABLE);
    configure(SECRET, OTHER_SECRET, PUBLISHABLE, OTHER_PUBLISHABLE);
    conductor.forgetRequests();

    assertMisconfigured(june);
    assertThat(conductor.requests(EndpointKind.ANY)).isZero();

    configure();
    assertInvoicesOf(june.gatedPage(), COMPANY);
  }

  @Test
  void aWrongSecretKeyBeginsNothing() {
    Person june = Person.loggedIn("june");
    Page start = DesktopOwner.of(june).connectPage();
    configure(SECRET, "sk_conductor_mistyped");

    Page page = june.browser().press(start, DesktopOwner.BEGIN);

    assertPage(page, 503, "unavailable");
    assertThat(page.text("main")).contains("You need not do anything");
    assertThat(conductor.endUsers()).isEmpty();

    configure();
    pass(PAUSE);
    assertPage(DesktopOwner.of(june).begins(), 200, "waiting");
  }

  @Test
  void aWrongPublishableKeyLeavesNoEndUserBehind() {
    Person june = Person.loggedIn("june");
    configure(PUBLISHABLE, "pk_conductor_mistyped");
    Page start = DesktopOwner.of(june).connectPage();

    Page page = june.browser().press(start, DesktopOwner.BEGIN);

    assertPage(page, 503, "unavailable");
    assertThat(page.text("main")).contains("You need not do anything");
    assertThat(conductor.endUsers()).isEmpty();

    configure();
    pass(PAUSE);
    assertPage(DesktopOwner.of(june).begins(), 200, "waiting");
  }

  @Test
  void anEndUserThatWasDeletedAtConductorIsOperationsMatterUntilTheOwnerDisconnects() {
    Person june = connected("june");
    conductor.deleteJuniper();
    pass(LONG);

    assertMisconfigured(june);
    assertThat(conductor.endUsers()).isEmpty();

    june.presses("#disconnect");
    Page waiting = DesktopOwner.of(june).begins();
    assertPage(waiting, 200, "waiting");
    machine.setsUp(DesktopOwner.invitation(waiting));
    soonConnected(june);
    assertInvoicesOf(june.gatedPage(), COMPANY);
  }

  /** Users are told that it is not for them to act, and nothing is offered to them. */
  private void assertMisconfigured(Person june) {
    Page page = june.gatedPage();
    assertPage(page, 503, "unavailable");
    assertThat(page.text("main")).contains("You need not do anything");
    assertThat(page.has("meta[http-equiv=refresh]")).isFalse();
    assertProblem(DesktopOwner.of(june).asScript(), 503, "MISCONFIGURED");
    Page connect = DesktopOwner.of(june).connectPage();
    assertPage(connect, 200, "trouble");
    assertThat(connect.has(DesktopOwner.BEGIN)).isFalse();
    assertThat(june.settings().has("#connect")).isFalse();
    assertThat(connect.body()).doesNotContain("sk_conductor", "pk_conductor", "end_usr");
  }
}
