package io.github.qbconnector.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The configuration does not fit: keys refused, another environment, a stored connection that
 * cannot be opened. Operations act; a user can do nothing about it.
 */
public final class MisconfiguredException extends QuickBooksException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * For the connector.
   *
   * @param message what happened and what to do about it
   * @param details what else is known
   * @param cause the failure below, if there is one
   */
  public MisconfiguredException(String message, ErrorDetails details, @Nullable Throwable cause) {
    super(message, details, cause);
  }
}
