package io.github.qbconnector.error;

import io.github.qbconnector.Product;
import jakarta.ejb.ApplicationException;
import java.io.Serial;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything the connector throws on purpose; its leaves say what the caller can do.
 *
 * <p>An application exception for enterprise beans: callers catch it by its type, not wrapped in an
 * {@code EJBException}, a stateful bean that throws it stays usable, and the transaction of the
 * bean is rolled back. Tokens that were renewed on the way are kept nevertheless.
 *
 * <p>The message is for developers and operators and holds no secret.
 */
@ApplicationException(inherited = true, rollback = true)
public abstract class QuickBooksException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final ErrorDetails details;

  /**
   * For the connector.
   *
   * @param message what happened and what to do about it
   * @param details what else is known
   * @param cause the failure below, if there is one
   */
  protected QuickBooksException(String message, ErrorDetails details, @Nullable Throwable cause) {
    super(details.code() + ": " + message, cause);
    this.details = details;
  }

  /**
   * The number of our own message, listed in the reference.
   *
   * @return {@code QBC} and four digits
   */
  public final String code() {
    return details.code();
  }

  /**
   * A sentence for the user of the application, in plain text; the provider's own where it has one.
   *
   * @return the sentence, if a user can do something about the failure
   */
  public final Optional<String> userMessage() {
    return details.userMessage();
  }

  /**
   * The provider's id of the exchange, for its support.
   *
   * @return {@code intuit_tid}, or Conductor's request id
   */
  public final Optional<String> requestId() {
    return details.requestId();
  }

  /**
   * The status of the provider's answer.
   *
   * @return the HTTP status; empty if there was no answer
   */
  public final Optional<Integer> httpStatus() {
    return details.httpStatus();
  }

  /**
   * The provider's answer, without secrets and cut to {@link ErrorDetails#MAX_CONTENT} characters.
   *
   * @return the content; empty if there was no answer
   */
  public final Optional<String> content() {
    return details.content();
  }

  /**
   * The provider's type of the error.
   *
   * @return for instance {@code ValidationFault}
   */
  public final Optional<String> providerType() {
    return details.providerType();
  }

  /**
   * The provider's code of the error.
   *
   * @return for instance {@code invalid_grant} or {@code 5010}
   */
  public final Optional<String> providerCode() {
    return details.providerCode();
  }

  /**
   * The code of the system behind the provider.
   *
   * @return for instance a QuickBooks Desktop status code
   */
  public final Optional<String> integrationCode() {
    return details.integrationCode();
  }

  /**
   * When it happened: the provider's {@code Date} where it answered, else this machine's clock.
   *
   * @return the moment
   */
  public final Instant occurredAt() {
    return details.occurredAt();
  }

  /**
   * The product whose exchange failed.
   *
   * @return the product; empty if no exchange was involved
   */
  public final Optional<Product> product() {
    return details.product();
  }
}
