package io.github.qbconnector.impl.desktop;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Product;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.DesktopOfflineException;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.MisconfiguredException;
import io.github.qbconnector.error.OutcomeUnknownException;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.http.AnswerTooLargeException;
import io.github.qbconnector.impl.http.HttpAnswer;
import io.github.qbconnector.impl.http.Redaction;
import io.github.qbconnector.impl.http.TransportException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says what Conductor's bad answers, and missing ones, mean: for the connection and for the caller.
 * Decided by Conductor's type and code; the HTTP status counts only where there is no envelope.
 */
final class ConductorAnswers {
  private static final Duration THROTTLE_PAUSE = Duration.ofSeconds(30);

  /** The one code of a connection error whose meaning Conductor documents: access was denied. */
  private static final String ACCESS_DENIED = "0x80040420";

  private final Clock clock;

  ConductorAnswers(Clock clock) {
    this.clock = clock;
  }

  /** A bad answer. */
  ProviderProblem problem(String what, Request request, HttpAnswer answer) {
    ConductorError error = ConductorError.of(answer);
    return error == null
        ? withoutEnvelope(what, request, answer)
        : withEnvelope(what, request, answer, error);
  }

  private ProviderProblem withEnvelope(
      String what, Request request, HttpAnswer answer, ConductorError error) {
    String said = what + " failed: " + error.code() + " (" + error.type() + "). " + error.said();
    if (error.code().equals("QBD_REQUEST_TIMEOUT")) {
      return tooLate(said, request, answer, error);
    }
    return switch (error.type()) {
      case "INTEGRATION_CONNECTION_ERROR" -> onTheMachine(said, answer, error);
      case "INTEGRATION_ERROR", "INVALID_REQUEST_ERROR" ->
          DesktopRefusals.problem(said, request, details("QBC0232", answer, error), error);
      case "AUTHENTICATION_ERROR", "PERMISSION_ERROR" ->
          misconfigured(
              said
                  + " Check secret-key and publishable-key of the connector: both must be of the"
                  + " same Conductor project.",
              StatusReason.CLIENT_REFUSED,
              details("QBC0233", answer, error),
              null);
      default -> ownFailure(said, request, answer, details("QBC0235", answer, error));
    };
  }

  /** Only the user can do something about these; Conductor's words say what. */
  private ProviderProblem onTheMachine(String said, HttpAnswer answer, ConductorError error) {
    switch (error.code()) {
      case "INTEGRATION_CONNECTION_NOT_SET_UP", "INTEGRATION_CONNECTION_MISSING" -> {
        return reconnect(said, StatusReason.NOT_SET_UP, answer, error);
      }
      case "INTEGRATION_CONNECTION_NOT_ACTIVE" -> {
        return offline(said, StatusReason.DESKTOP_NOT_ACTIVE, answer, error);
      }
      default -> {
        return ACCESS_DENIED.equalsIgnoreCase(error.integrationCode())
            ? reconnect(said, StatusReason.ACCESS_DENIED, answer, error)
            : offline(said, StatusReason.DESKTOP_NOT_READY, answer, error);
      }
    }
  }

  private ProviderProblem reconnect(
      String said, StatusReason reason, HttpAnswer answer, ConductorError error) {
    return new ProviderProblem(
        ConnectionState.RECONNECT_REQUIRED,
        reason,
        new ReconnectRequiredException(
            said + " The user sets the connection up again at the connect page.",
            details("QBC0231", answer, error).build(),
            null));
  }

  private ProviderProblem offline(
      String said, StatusReason reason, HttpAnswer answer, ConductorError error) {
    return new ProviderProblem(
        ConnectionState.DESKTOP_OFFLINE,
        reason,
        new DesktopOfflineException(
            said + " The user looks at the machine that runs QuickBooks.",
            details("QBC0230", answer, error).build(),
            null));
  }

  private ProviderProblem tooLate(
      String said, Request request, HttpAnswer answer, ConductorError error) {
    return new ProviderProblem(
        ConnectionState.DESKTOP_OFFLINE,
        StatusReason.DESKTOP_TIMEOUT,
        request.isWrite()
            ? unknown(said, details("QBC0237", answer, error), null)
            : new DesktopOfflineException(
                said + " QuickBooks is busy, waits for somebody, or has too much to read.",
                details("QBC0230", answer, error).build(),
                null));
  }

  private ProviderProblem withoutEnvelope(String what, Request request, HttpAnswer answer) {
    String said = what + " failed: HTTP " + answer.status() + " without Conductor's envelope.";
    return ownFailure(said, request, answer, details("QBC0235", answer, null));
  }

  private ProviderProblem ownFailure(
      String said, Request request, HttpAnswer answer, ErrorDetails.Builder details) {
    boolean throttled = answer.status() == 429;
    StatusReason reason = throttled ? StatusReason.THROTTLED : StatusReason.PROVIDER_ERROR;
    boolean isDone = request.isWrite() && answer.status() >= 500;
    return new ProviderProblem(
        ConnectionState.PROVIDER_DOWN,
        reason,
        isDone
            ? unknown(said, details, null)
            : new ProviderUnavailableException(
                said + " It is Conductor's side; try later.",
                details.build(),
                answer.retryAfter(clock.instant()).orElse(throttled ? THROTTLE_PAUSE : null),
                null));
  }

  /** An answer that should have been good but cannot be read. */
  ProviderProblem unreadable(String what, Request request, HttpAnswer answer) {
    String said = what + " brought an answer that cannot be read: HTTP " + answer.status() + ".";
    ErrorDetails.Builder details = details("QBC0235", answer, null);
    return new ProviderProblem(
        ConnectionState.PROVIDER_DOWN,
        StatusReason.PROVIDER_ERROR,
        request.isWrite()
            ? unknown(said, details, null)
            : new ProviderUnavailableException(
                said + " It is Conductor's side; try later.", details.build(), null, null));
  }

  /** No answer. */
  ProviderProblem lost(String what, Request request, TransportException failure) {
    if (failure instanceof AnswerTooLargeException) {
      return new ProviderProblem(
          ConnectionState.CONNECTED,
          StatusReason.NONE,
          new ProviderUnavailableException(
              what + " failed: " + failure.getMessage() + ". Ask for less.",
              nothing("QBC0213").build(),
              null,
              failure));
    }
    boolean isSent = failure.stage() != TransportException.Stage.NOT_SENT;
    String said = what + " failed: " + failure.getMessage() + ".";
    return new ProviderProblem(
        ConnectionState.PROVIDER_DOWN,
        StatusReason.PROVIDER_UNREACHABLE,
        isSent && request.isWrite()
            ? unknown(said, nothing("QBC0237"), failure)
            : new ProviderUnavailableException(
                said + " Conductor was not reached or is too slow.",
                nothing("QBC0236").build(),
                null,
                failure));
  }

  private static QuickBooksException unknown(
      String said, ErrorDetails.Builder details, @Nullable Throwable cause) {
    return new OutcomeUnknownException(
        said + " The request may have taken effect in QuickBooks: look there before you repeat it.",
        details.build(),
        cause);
  }

  static ProviderProblem misconfigured(
      String said,
      StatusReason reason,
      ErrorDetails.Builder details,
      @Nullable QuickBooksException cause) {
    return new ProviderProblem(
        ConnectionState.MISCONFIGURED,
        reason,
        new MisconfiguredException(said, details.build(), cause));
  }

  private ErrorDetails.Builder nothing(String code) {
    return ErrorDetails.of(code, clock.instant()).product(Product.DESKTOP);
  }

  private ErrorDetails.Builder details(
      String code, HttpAnswer answer, @Nullable ConductorError error) {
    ErrorDetails.Builder details =
        ErrorDetails.of(code, answer.date().orElseGet(clock::instant))
            .product(Product.DESKTOP)
            .httpStatus(answer.status())
            .requestId(ConductorError.requestId(answer, error))
            .content(Redaction.of(cut(answer.text())));
    if (error != null) {
      details.provider(error.type(), error.code());
      String integrationCode = error.integrationCode();
      if (integrationCode != null) {
        details.integrationCode(integrationCode);
      }
      String forUsers = error.userFacingMessage();
      if (forUsers != null) {
        details.userMessage(forUsers);
      }
    }
    return details;
  }

  private static String cut(String text) {
    int longest = 2 * ErrorDetails.MAX_CONTENT;
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
