package io.github.qbconnector.sample.web;

import io.github.qbconnector.ConnectionDetails;
import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.ConnectionStatus;
import io.github.qbconnector.QuickBooksConnection;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.NotConnectedException;
import io.github.qbconnector.error.ProviderUnavailableException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A connection in the words of this application.
 *
 * @param state the connector's word for it, for the page's markup
 * @param tone how it is meant
 * @param title the state in two or three words
 * @param sentence what it means for the user
 * @param connectLabel the text of the button that leads to the connect page; empty if there is
 *     nothing to connect now
 * @param stored whether there is a connection that can be ended
 * @param company the company's name in QuickBooks; empty if it is not known
 * @param facts names and values, in order
 */
public record ConnectionView(
    String state,
    Tone tone,
    String title,
    String sentence,
    String connectLabel,
    boolean stored,
    String company,
    Map<String, String> facts) {

  /**
   * Looks at a connection.
   *
   * @param connection the connection
   * @param names turns a login into a name
   */
  static ConnectionView of(QuickBooksConnection connection, UnaryOperator<String> names) {
    return of(connection.status(), details(connection), names);
  }

  static ConnectionView of(
      ConnectionStatus status, Optional<ConnectionDetails> details, UnaryOperator<String> names) {
    Words words = words(status);
    return new ConnectionView(
        status.state().name(),
        words.tone,
        words.title,
        words.sentence,
        words.connectLabel,
        details.isPresent(),
        details.flatMap(ConnectionDetails::companyName).orElse(""),
        facts(status, details, names));
  }

  /** A settings page must also open while the connection cannot be read. */
  private static Optional<ConnectionDetails> details(QuickBooksConnection connection) {
    try {
      return Optional.of(connection.details());
    } catch (NotConnectedException | ProviderUnavailableException nothingToShow) {
      return Optional.empty();
    }
  }

  private static Words words(ConnectionStatus status) {
    return switch (status.state()) {
      case CONNECTED ->
          new Words(Tone.GOOD, "Connected", "Your invoices in QuickBooks are at hand.", "");
      case NOT_CONNECTED ->
          new Words(
              Tone.QUIET,
              "Not connected",
              "Connect your company’s QuickBooks to see its invoices here.",
              "Connect to QuickBooks");
      case CONNECTING ->
          new Words(
              Tone.QUIET,
              "Connecting",
              "Somebody began to connect QuickBooks and has not finished yet.",
              "Continue connecting");
      case RECONNECT_REQUIRED ->
          new Words(
              Tone.WARN,
              "Please reconnect",
              status.userMessage().orElseGet(() -> whyReconnect(status.reason())),
              "Reconnect to QuickBooks");
      case DESKTOP_OFFLINE, PROVIDER_DOWN ->
          new Words(
              Tone.WARN,
              "QuickBooks does not answer",
              status
                  .userMessage()
                  .orElse("This passes by itself. Your connection is kept; please try later."),
              "");
      case MISCONFIGURED ->
          new Words(
              Tone.BAD,
              "Unavailable",
              "Something is wrong on our side and we are looking into it. Your connection is kept;"
                  + " you do not need to do anything.",
              "");
      case CHECKING ->
          new Words(
              Tone.QUIET,
              "Being checked",
              "It was not used for a while and is looked at again with its next use.",
              "");
    };
  }

  private static String whyReconnect(StatusReason reason) {
    return switch (reason) {
      case GRANT_EXPIRED -> "The permission to read your company has run out.";
      case GRANT_REVOKED -> "The permission to read your company was taken back in QuickBooks.";
      case NOT_SET_UP -> "The set-up on the computer with QuickBooks is not finished, or is gone.";
      case ACCESS_DENIED -> "QuickBooks on your computer does not let us in.";
      case ACCESS_REMOVED -> "The person who connected no longer has access to the company.";
      default -> "QuickBooks asks for the connection to be renewed.";
    };
  }

  private static Map<String, String> facts(
      ConnectionStatus status, Optional<ConnectionDetails> details, UnaryOperator<String> names) {
    Map<String, String> facts = new LinkedHashMap<>();
    details.ifPresent(
        known -> {
          facts.put("Company", known.companyName().orElse("Name not known yet"));
          facts.put("Connected by", known.connectedBy().map(names).orElse("Our support team"));
          facts.put("Connected on", Display.day(known.connectedAt()));
        });
    status.checkedAt().ifPresent(checked -> facts.put("Last checked", Display.moment(checked)));
    if (status.state() != ConnectionState.RECONNECT_REQUIRED) {
      details
          .flatMap(ConnectionDetails::renewableUntil)
          .ifPresent(moment -> facts.put("Expires if unused", Display.day(moment)));
      details
          .flatMap(ConnectionDetails::endsAt)
          .ifPresent(moment -> facts.put("Expires at the latest", Display.day(moment)));
    }
    return facts;
  }

  private record Words(Tone tone, String title, String sentence, String connectLabel) {}
}
