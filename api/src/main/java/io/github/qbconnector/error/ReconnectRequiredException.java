package io.github.qbconnector.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The connection ended at the provider: revoked, expired or denied. The user connects again;
 * nothing else helps.
 */
public final class ReconnectRequiredException extends QuickBooksException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * For the connector.
   *
   * @param message what happened and what to do about it
   * @param details what else is known
   * @param cause the failure below, if there is one
   */
  public ReconnectRequiredException(
      String message, ErrorDetails details, @Nullable Throwable cause) {
    super(message, details, cause);
  }
}
