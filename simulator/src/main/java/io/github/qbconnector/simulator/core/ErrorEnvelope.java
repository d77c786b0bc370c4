package io.github.qbconnector.simulator.core;

import java.util.Optional;

/**
 * The content of an error answer of Conductor, but for its request id.
 *
 * @param type who has to act, such as {@code INTEGRATION_CONNECTION_ERROR}
 * @param code what happened, such as {@code QBD_CONNECTION_ERROR}
 * @param status the HTTP status, which the body repeats
 * @param integrationCode QuickBooks' own code; left out of the answer if absent
 * @param message for those who run the application
 * @param userFacingMessage for the person in front of QuickBooks
 */
public record ErrorEnvelope(
    String type,
    String code,
    int status,
    Optional<String> integrationCode,
    String message,
    String userFacingMessage) {

  /** What Conductor tells users where only developers can act. */
  public static final String MASKED = "An internal server error occurred. Please try again.";

  /** Checks the status. */
  public ErrorEnvelope {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("The status of an error is between 400 and 599");
    }
  }

  /** An error of this type and code, with plain words. */
  public static ErrorEnvelope of(String type, String code, int status) {
    return new ErrorEnvelope(
        type, code, status, Optional.empty(), "This error was ordered: " + code, MASKED);
  }

  /** The same error with QuickBooks' own code. */
  public ErrorEnvelope withIntegrationCode(String quickBooksCode) {
    return new ErrorEnvelope(
        type, code, status, Optional.of(quickBooksCode), message, userFacingMessage);
  }

  /** The same error with other words for developers. */
  public ErrorEnvelope withMessage(String words) {
    return new ErrorEnvelope(type, code, status, integrationCode, words, userFacingMessage);
  }

  /** The same error with other words for users. */
  public ErrorEnvelope withUserFacingMessage(String words) {
    return new ErrorEnvelope(type, code, status, integrationCode, message, words);
  }
}
