package io.github.qbconnector.error;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The provider, or our own store of connections, cannot serve for now: outage, time-out, throttling
 * or a spent quota. Nothing is wrong with the connection; try later.
 */
public final class ProviderUnavailableException extends QuickBooksException {
  @Serial private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  /**
   * For the connector.
   *
   * @param message what happened and what to do about it
   * @param details what else is known
   * @param retryAfter when to try again, if known
   * @param cause the failure below, if there is one
   */
  public ProviderUnavailableException(
      String message,
      ErrorDetails details,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(message, details, cause);
    this.retryAfter = retryAfter;
  }

  /**
   * How long to wait before trying again.
   *
   * @return the provider's {@code Retry-After}, or its documented pause; empty if neither is known
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
