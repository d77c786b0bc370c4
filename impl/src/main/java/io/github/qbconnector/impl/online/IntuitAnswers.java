package io.github.qbconnector.impl.online;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Product;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.Fault;
import io.github.qbconnector.error.MisconfiguredException;
import io.github.qbconnector.error.OutcomeUnknownException;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.error.QuickBooksException;
import io.github.qbconnector.error.ReconnectRequiredException;
import io.github.qbconnector.error.RequestRejectedException;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.connection.UserMessages;
import io.github.qbconnector.impl.http.AnswerTooLargeException;
import io.github.qbconnector.impl.http.HttpAnswer;
import io.github.qbconnector.impl.http.Redaction;
import io.github.qbconnector.impl.http.TransportException;
import io.github.qbconnector.impl.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what Intuit's bad answers, and missing ones, mean: for the connection and for the caller.
 */
final class IntuitAnswers {
  /** What Intuit asks to wait after a 429 without Retry-After. */
  private static final Duration THROTTLE_PAUSE = Duration.ofSeconds(60);

  private final Clock clock;

  IntuitAnswers(Clock clock) {
    this.clock = clock;
  }

  /** A bad answer of the token, revocation or user info endpoint (RFC 6749 section 5.2). */
  ProviderProblem oauth(String what, HttpAnswer answer) {
    JsonObject json = Json.object(answer.text()).orElse(null);
    String error = json == null ? null : Json.text(json, "error");
    String description = json == null ? null : Json.text(json, "error_description");
    ErrorDetails.Builder details = details("QBC0201", answer).provider("OAuth", error);
    if (answer.status() == 429) {
      return unavailable(what, details, StatusReason.THROTTLED, answer);
    }
    if (error == null || answer.status() >= 500 || answer.status() < 400) {
      return unavailable(what, details, StatusReason.PROVIDER_ERROR, answer);
    }
    String said = what + " was refused: HTTP " + answer.status() + " " + error + said(description);
    boolean wrongClient =
        description != null && description.toLowerCase(Locale.ROOT).contains("clientid");
    return switch (error) {
      case "invalid_grant" ->
          wrongClient
              ? refusedClient(
                  said + " The token belongs to another client id or environment.", details)
              : new ProviderProblem(
                  ConnectionState.RECONNECT_REQUIRED,
                  StatusReason.GRANT_REVOKED,
                  new ReconnectRequiredException(
                      said + " The user has to connect again.",
                      userMessage(details, StatusReason.GRANT_REVOKED).build(),
                      null));
      case "invalid_client", "unauthorized_client" ->
          refusedClient(
              said + " Check client-id, client-secret and environment of the connector.", details);
      default -> refusedRequest(said, details, error, description == null ? "" : description);
    };
  }

  static ProviderProblem refusedRequest(
      String said, ErrorDetails.Builder details, String error, String description) {
    return new ProviderProblem(
        ConnectionState.PROVIDER_DOWN,
        StatusReason.PROVIDER_ERROR,
        new RequestRejectedException(
            said, details.build(), List.of(new Fault(error, error, description, null)), null));
  }

  static ProviderProblem refusedClient(String said, ErrorDetails.Builder details) {
    return new ProviderProblem(
        ConnectionState.MISCONFIGURED,
        StatusReason.CLIENT_REFUSED,
        new MisconfiguredException(
            said, userMessage(details, StatusReason.CLIENT_REFUSED).build(), null));
  }

  /** An answer that should have been good but cannot be read. */
  ProviderProblem unreadable(String what, HttpAnswer answer) {
    return unavailable(
        what + " brought an answer that cannot be read",
        details("QBC0203", answer),
        StatusReason.PROVIDER_ERROR,
        answer);
  }

  ProviderProblem unavailable(
      String what, ErrorDetails.Builder details, StatusReason reason, HttpAnswer answer) {
    Duration pause =
        answer
            .retryAfter(clock.instant())
            .orElse(reason == StatusReason.THROTTLED ? THROTTLE_PAUSE : null);
    return new ProviderProblem(
        ConnectionState.PROVIDER_DOWN,
        reason,
        new ProviderUnavailableException(
            what + ": HTTP " + answer.status() + ". It is Intuit's side; try later.",
            userMessage(details, reason).build(),
            pause,
            null));
  }

  /** No answer. For a read or a token call this is an outage; the old tokens are kept. */
  ProviderProblem lost(String what, TransportException failure) {
    return new ProviderProblem(
        ConnectionState.PROVIDER_DOWN,
        StatusReason.PROVIDER_UNREACHABLE,
        new ProviderUnavailableException(
            what + " failed: " + failure.getMessage() + ". Intuit was not reached or is too slow.",
            userMessage(
                    ErrorDetails.of("QBC0202", clock.instant()).product(Product.ONLINE),
                    StatusReason.PROVIDER_UNREACHABLE)
                .build(),
            null,
            failure));
  }

  /** One call's answer is too large, which says nothing about the connection. */
  ProviderProblem tooLarge(String what, AnswerTooLargeException failure) {
    return new ProviderProblem(
        ConnectionState.CONNECTED,
        StatusReason.NONE,
        new ProviderUnavailableException(
            what + " failed: " + failure.getMessage() + ". Ask for fewer rows or columns.",
            ErrorDetails.of("QBC0213", clock.instant()).product(Product.ONLINE).build(),
            null,
            failure));
  }

  /** No answer to a code exchange: the code may be used up, so the user begins anew. */
  ProviderProblem lostExchange(TransportException failure) {
    if (failure.stage() == TransportException.Stage.NOT_SENT) {
      return lost("Exchanging the authorisation code", failure);
    }
    return new ProviderProblem(
        ConnectionState.PROVIDER_DOWN,
        StatusReason.PROVIDER_UNREACHABLE,
        new OutcomeUnknownException(
            "The answer to the exchange of an authorisation code was lost; the code may be used"
                + " up. The user connects again.",
            ErrorDetails.of("QBC0206", clock.instant()).product(Product.ONLINE).build(),
            failure));
  }

  ErrorDetails.Builder details(String code, HttpAnswer answer) {
    return ErrorDetails.of(code, answer.date().orElseGet(clock::instant))
        .product(Product.ONLINE)
        .requestId(answer.header("intuit_tid"))
        .httpStatus(answer.status())
        .content(Redaction.of(cut(answer.text())));
  }

  static ErrorDetails.Builder userMessage(ErrorDetails.Builder details, StatusReason reason) {
    return details.userMessage(UserMessages.of(reason, Locale.getDefault()));
  }

  QuickBooksException rejected(String message, ErrorDetails.Builder details, List<Fault> faults) {
    return new RequestRejectedException(message, details.build(), faults, null);
  }

  private static String cut(String text) {
    int longest = 2 * ErrorDetails.MAX_CONTENT;
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  private static String said(@Nullable String description) {
    return Optional.ofNullable(description)
        .map(d -> " (" + Redaction.of(cut(d)) + ").")
        .orElse(".");
  }
}
