package io.github.qbconnector.simulator.conductor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What Conductor says about a machine that it cannot reach or may not use. */
final class Obstacles {

  private Obstacles() {}

  static ConductorError notSetUp() {
    return ConductorError.connection(
        "INTEGRATION_CONNECTION_NOT_SET_UP",
        409,
        "The end-user has not finished setting up the QuickBooks Desktop connection. Create an"
            + " auth session and have the end-user complete its authFlowUrl.",
        "Your QuickBooks Desktop connection is not set up yet. Please finish connecting QuickBooks"
            + " Desktop.");
  }

  static ConductorError notActive(int status, Optional<Instant> lastActive) {
    String since =
        lastActive
            .map(
                instant ->
                    " It was last active at " + instant.truncatedTo(ChronoUnit.SECONDS) + ".")
            .orElse("");
    return ConductorError.connection(
        "INTEGRATION_CONNECTION_NOT_ACTIVE",
        status,
        "The end-user's QuickBooks Web Connector is not polling." + since,
        "Your QuickBooks Desktop connection is not active."
            + since
            + " Please check that the computer with QuickBooks Desktop is on and that the"
            + " QuickBooks Web Connector is running.");
  }

  /** The request processor fails: the state says why, the code may be any. */
  static ConductorError processorFails(DesktopState state, String code) {
    return switch (state) {
      case DENIED ->
          ConductorError.processor(
              code,
              "The QuickBooks user has denied access.",
              "We could not connect to QuickBooks Desktop because we must re-authorize our"
                  + " connection. Please set up the connection again and choose \"Yes, always\""
                  + " when QuickBooks asks.");
      case MODAL_DIALOG ->
          ConductorError.processor(
              code,
              "A modal dialog box is showing in the QuickBooks user interface.",
              "We could not connect to QuickBooks Desktop because a dialog is open in it. Please"
                  + " close all dialogs in QuickBooks Desktop and try again.");
      case WRONG_FILE ->
          ConductorError.processor(
              code,
              "A QuickBooks company data file is already open and it is different from the one"
                  + " requested.",
              "We could not connect to QuickBooks Desktop because another company file is open."
                  + " Please open the company file that you connected, or close QuickBooks"
                  + " Desktop, and try again.");
      case OTHER_MODE ->
          ConductorError.processor(
              code,
              "The company file is open in a mode other than the one specified.",
              "We could not connect to QuickBooks Desktop because the company file is open in"
                  + " another mode. Please switch the mode in the File menu and try again.");
      case PROGRAM_CLOSED ->
          ConductorError.processor(
              code,
              "Could not start QuickBooks.",
              "We could not start QuickBooks Desktop on your computer. Please open QuickBooks"
                  + " Desktop and your company file and try again.");
      case NOT_AUTHORIZED ->
          ConductorError.processor(
              code,
              "This application is not authorized to access this QuickBooks company data file.",
              "We could not connect to QuickBooks Desktop because your company file does not know"
                  + " our application. Please have the QuickBooks Admin set up the connection"
                  + " again.");
      case NO_PERMISSION ->
          ConductorError.processor(
              code,
              "This application does not have permission to access this QuickBooks company data"
                  + " file.",
              "We could not connect to QuickBooks Desktop because access for our application is"
                  + " switched off. Please allow it under Edit > Preferences > Integrated"
                  + " Applications.");
      case NOT_SINGLE_USER ->
          ConductorError.processor(
              code,
              "This application must be authorized in single-user mode.",
              "We could not connect to QuickBooks Desktop because it is in multi-user mode. Please"
                  + " switch to single-user mode in the File menu and try again.");
      default ->
          ConductorError.processor(
              code,
              "The QuickBooks request processor reported an error.",
              "We could not connect to QuickBooks Desktop because of an error on your computer ("
                  + code
                  + "). Please restart QuickBooks Desktop and try again.");
    };
  }
}
