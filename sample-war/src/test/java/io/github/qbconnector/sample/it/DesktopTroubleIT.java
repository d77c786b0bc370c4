package io.github.qbconnector.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qbconnector.simulator.conductor.DesktopState;
import io.github.qbconnector.simulator.core.EndpointKind;
import io.github.qbconnector.simulator.core.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens at the user's machine, the user is told in words that help, and it mends. */
class DesktopTroubleIT extends DesktopJourney {

  private static final String COMPANY = "Juniper & Slate";

  /** Older than the gate believes without asking, younger than it stands on without an answer. */
  private static final Duration A_WHILE = Duration.ofMinutes(20);

  /** The longest pause that the connector makes between two attempts, and a little more. */
  private static final Duration PAUSE = Duration.ofMinutes(2);

  private static final String WORDS =
      "Close the <b>\"Sync\"</b> window & <script>alert('qb')</script> in QuickBooks.";

  /** What can be the matter there, and what Conductor says to the user about it. */
  enum Matter {
    OFF(DesktopState.OFFLINE, "DESKTOP_NOT_ACTIVE", "Please check that the computer"),
    DIALOG(DesktopState.MODAL_DIALOG, "DESKTOP_NOT_READY", "Please close all dialogs"),
    WRONG_FILE(DesktopState.WRONG_FILE, "DESKTOP_NOT_READY", "another company file is open"),
    OTHER_MODE(DesktopState.OTHER_MODE, "DESKTOP_NOT_READY", "switch the mode in the File menu"),
    CLOSED(DesktopState.PROGRAM_CLOSED, "DESKTOP_NOT_READY", "could not start QuickBooks Desktop"),
    TOO_SLOW(DesktopState.TIMEOUT, "DESKTOP_TIMEOUT", "took too long to answer"),
    UNHEARD_OF(DesktopState.CONNECTION_ERROR, "DESKTOP_NOT_READY", "restart QuickBooks Desktop");

    final DesktopState state;
    final String reason;
    final String words;

    Matter(DesktopState state, String reason, String words) {
      this.state = state;
      this.reason = reason;
      this.words = words;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTheMatterAtTheMachineIsToldInConductorsWordsAndMendsByItself(Matter matter) {
    Person june = connected("june");
    pass(A_WHILE);
    happens(matter);

    Page page = soon(june::gatedPage, "unavailable");
    assertPage(page, 503, "unavailable");
    assertThat(page.text("h1")).isEqualTo("QuickBooks Desktop does not answer");
    assertThat(page.text("main")).contains(matter.words);
    assertThat(page.header("Retry-After")).isPresent();
    assertThat(page.has("meta[http-equiv=refresh]")).isTrue();

    Page problem = DesktopOwner.of(june).asScript();
    assertProblem(problem, 503, "DESKTOP_OFFLINE");
    assertThat(problem.body())
        .contains("\"reason\":\"" + matter.reason + "\"", matter.words, "\"requestId\":\"req_");
    assertThat(problem.header("Retry-After")).isPresent();
    assertThat(june.settings().text("#connection-sentence")).contains(matter.words);
    Page connect = DesktopOwner.of(june).connectPage();
    assertPage(connect, 200, "trouble");
    assertThat(connect.text("main")).contains(matter.words);

    conductor.machine(DesktopState.ACTIVE);
    pass(PAUSE);
    assertInvoicesOf(june.gatedPage(), COMPANY);
    assertThat(june.state()).isEqualTo("CONNECTED");
    assertThat(conductor.sessions()).as("nobody had to connect again").hasSize(1);
  }

  private void happens(Matter matter) {
    if (matter == Matter.TOO_SLOW) {
      conductor.machineIsTooSlow();
    } else {
      conductor.machine(matter.state);
    }
  }

  @Test
  void whoIsDeniedIsLedToTheConnectPageAndAnotherSetUpMends() {
    Person june = connected("june");
    pass(A_WHILE);
    conductor.machine(DesktopState.DENIED);

    Page gate = june.browser().get(Person.GATED);
    assertStatus(gate).isEqualTo(303);
    Page denied = june.browser().follow(gate);
    assertPage(denied, 200, "trouble");
    assertThat(denied.text("h1")).isEqualTo("Connect to QuickBooks again");
    assertThat(denied.text("main")).contains("we must re-authorize our connection");
    Page problem = DesktopOwner.of(june).asScript();
    assertProblem(problem, 409, "RECONNECT_REQUIRED");
    assertThat(problem.body()).contains("\"reason\":\"ACCESS_DENIED\"");
    assertThat(june.state()).isEqualTo("RECONNECT_REQUIRED");

    Page waiting = june.browser().press(denied, DesktopOwner.BEGIN);
    assertPage(waiting, 200, "waiting");
    machine.setsUp(DesktopOwner.invitation(waiting));
    soonConnected(june);
    assertInvoicesOf(june.gatedPage(), COMPANY);
    assertThat(conductor.endUsers()).hasSize(1);
  }

  @Test
  void whoWasDeniedNeedDoNothingHereIfItIsAllowedInQuickBooksAgain() {
    Person june = connected("june");
    pass(A_WHILE);
    conductor.machine(DesktopState.DENIED);
    assertPage(june.gatedPage(), 200, "trouble");

    conductor.machine(DesktopState.ACTIVE);
    pass(PAUSE);

    assertInvoicesOf(june.gatedPage(), COMPANY);
  }

  @Test
  void aMachineThatIsOffIsWokenOnceHoweverOftenItIsAskedFor() {
    Person june = connected("june");
    pass(A_WHILE);
    conductor.machine(DesktopState.OFFLINE);
    assertPage(june.gatedPage(), 503, "unavailable");

    for (int i = 0; i < 5; i++) {
      june.gatedPage();
      DesktopOwner.of(june).asScript();
    }

    assertThat(conductor.wakings()).isOne();
  }

  @Test
  void whileEvidenceIsYoungNobodyIsWoken() {
    Person june = connected("june");
    june.gatedPage();
    pass(Duration.ofMinutes(5));
    conductor.forgetRequests();

    assertInvoicesOf(june.gatedPage(), COMPANY);
    assertInvoicesOf(june.gatedPage(), COMPANY);

    assertThat(conductor.wakings()).isZero();
    assertThat(conductor.requests(EndpointKind.DESKTOP_DATA)).isEqualTo(2);
  }

  @Test
  void aMachineThatFailsWhileThePageIsMadeIsAnsweredLikeTheGate() {
    Person june = connected("june");
    conductor.machine(DesktopState.MODAL_DIALOG);

    Page page = june.gatedPage();

    assertPage(page, 503, "unavailable");
    assertThat(page.text("main")).contains("Please close all dialogs");
    assertProblem(DesktopOwner.of(june).asScript(), 503, "DESKTOP_OFFLINE");
  }

  @Test
  void wordsFromElsewhereAreShownAsTheyAreAndNeverAsHtml() {
    Person june = connected("june");
    pass(A_WHILE);
    conductor.faulty(
        EndpointKind.HEALTH_CHECK,
        Fault.envelope("INTEGRATION_CONNECTION_ERROR", "QBD_CONNECTION_ERROR", 502)
            .integrationCode("0x80040414")
            .userFacingMessage(WORDS));

    Page gate = june.gatedPage();
    assertPage(gate, 503, "unavailable");
    for (Page page : List.of(gate, DesktopOwner.of(june).connectPage(), june.settings())) {
      assertThat(page.text("main")).contains(WORDS);
      assertThat(page.body()).doesNotContain("<script>alert", "<b>");
    }
    assertThat(DesktopOwner.of(june).asScript().body()).contains("Close the <b>\\\"Sync\\\"</b>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AUTHENTICATION_ERROR",
        "PERMISSION_ERROR",
        "INVALID_REQUEST_ERROR",
        "INTERNAL_ERROR",
        "SOMETHING_NEW"
      })
  void whatOnlyDevelopersCanMendIsNeverToldToUsers(String type) {
    Person june = connected("june");
    pass(Duration.ofHours(2));
    conductor.faulty(
        EndpointKind.ANY,
        Fault.envelope(type, "SOME_CODE", type.equals("INTERNAL_ERROR") ? 500 : 400)
            .message("Field sourceId of project 77 is odd")
            .userFacingMessage("Ring up Bob about the sourceId"));

    Page gate = june.gatedPage();

    assertPage(gate, 503, "unavailable");
    for (Page page :
        List.of(
            gate,
            DesktopOwner.of(june).asScript(),
            DesktopOwner.of(june).connectPage(),
            june.settings())) {
      assertThat(page.body()).doesNotContain("Ring up Bob", "project 77", "SOME_CODE");
    }
    assertThat(conductor.sessions()).hasSize(1);
    conductor.mend();
    pass(PAUSE);
    assertInvoicesOf(soon(june::gatedPage, page -> page.status() == 200), COMPANY);
  }
}
