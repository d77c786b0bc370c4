package io.github.qbconnector.impl.online;

import io.github.qbconnector.ConnectionState;
import io.github.qbconnector.Product;
import io.github.qbconnector.StatusReason;
import io.github.qbconnector.error.ErrorDetails;
import io.github.qbconnector.error.ProviderUnavailableException;
import io.github.qbconnector.impl.connection.ProviderProblem;
import io.github.qbconnector.impl.http.Redaction;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Says what an error means that Intuit's page sent the browser back with (RFC 6749 section
 * 4.1.2.1). All of it comes through the browser, so none of it is believed to be Intuit's words.
 */
final class ConsentRefusals {
  private static final String CODE = "[A-Za-z0-9_.-]{1,60}";
  private static final int LONGEST_DESCRIPTION = 200;

  private final Clock clock;

  ConsentRefusals(Clock clock) {
    this.clock = clock;
  }

  /** The meaning; {@code null} if the user said no. */
  @Nullable ProviderProblem of(String error, @Nullable String description) {
    String code = error.matches(CODE) ? error : "unknown";
    String said = "Intuit's page sent the browser back with the error " + code + words(description);
    return switch (code) {
      case "access_denied" -> null;
      case "server_error", "temporarily_unavailable" ->
          new ProviderProblem(
              ConnectionState.PROVIDER_DOWN,
              StatusReason.PROVIDER_ERROR,
              new ProviderUnavailableException(
                  said + " It is Intuit's side; try later.",
                  IntuitAnswers.userMessage(details("QBC0208", code), StatusReason.PROVIDER_ERROR)
                      .build(),
                  null,
                  null));
      case "invalid_request", "invalid_scope", "unauthorized_client", "unsupported_response_type" ->
          IntuitAnswers.refusedClient(
              said
                  + " Compare client-id, redirect-uri and scopes of the connector with the app's"
                  + " settings at Intuit.",
              details("QBC0214", code));
      default -> IntuitAnswers.refusedRequest(said, details("QBC0214", code), code, "");
    };
  }

  private ErrorDetails.Builder details(String number, String code) {
    return ErrorDetails.of(number, clock.instant()).product(Product.ONLINE).provider("OAuth", code);
  }

  private static String words(@Nullable String description) {
    if (description == null) {
      return ".";
    }
    String plain = Redaction.of(description.replaceAll("\\p{Cntrl}+", " ").strip());
    String cut =
        plain.length() <= LONGEST_DESCRIPTION ? plain : plain.substring(0, LONGEST_DESCRIPTION);
    return " (" + cut + ").";
  }
}
